package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.SecretBox;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under a key of its own. A nonce is 96 random bits; the owner is authenticated too.
 */
@ApplicationScoped
public class AesSecretBox implements SecretBox {

  private static final String FORM = "v1.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject MasterKey masterKey;

  private SecretKeySpec key;

  @PostConstruct
  void deriveKey() {
    key = new SecretKeySpec(masterKey.derive("secret-box/1"), "AES");
  }

  @Override
  public String seal(String secret, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.getBytes(UTF_8));
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return FORM + Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String open(String sealed, String owner) {
    byte[] whole =
        sealed.startsWith(FORM)
            ? Base64.getDecoder().decode(sealed.substring(FORM.length()))
            : new byte[0];
    if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new IllegalArgumentException("Not a sealed secret");
    }
    try {
      ByteBuffer parts = ByteBuffer.wrap(whole);
      byte[] nonce = new byte[NONCE_BYTES];
      parts.get(nonce);
      byte[] text = new byte[parts.remaining()];
      parts.get(text);
      return new String(cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(text), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The secret of " + owner + " does not open", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(UTF_8));
    return cipher;
  }
}
