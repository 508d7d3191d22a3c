package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.FormSeal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Base64;

/** HMAC-SHA-256 under a key derived from the master key. */
@ApplicationScoped
public class HmacFormSeal implements FormSeal {

  @Inject MasterKey masterKey;

  private byte[] key;

  @PostConstruct
  void deriveKey() {
    key = masterKey.derive("form/1");
  }

  @Override
  public String of(BrowserToken token) {
    byte[] mac = HmacSha256.of(key, token.value().getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  @Override
  public boolean matches(BrowserToken token, String sent) {
    return sent != null && MessageDigest.isEqual(of(token).getBytes(UTF_8), sent.getBytes(UTF_8));
  }
}
