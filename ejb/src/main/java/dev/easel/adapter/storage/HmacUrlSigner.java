package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.asset.UrlSigner;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Signs with HMAC-SHA256 under a key of its own. */
@ApplicationScoped
public class HmacUrlSigner implements UrlSigner {

  /** Seconds until the year 33658, without the leading zeros that would give one time two forms. */
  private static final Pattern SECONDS = Pattern.compile("0|[1-9][0-9]{0,11}");

  @Inject MasterKey masterKey;

  private byte[] key;

  @PostConstruct
  void deriveKey() {
    key = masterKey.derive("image-url/1");
  }

  @Override
  public String sign(String imageId, String name, Instant expires) {
    String exp = Long.toString(expires.getEpochSecond());
    return "exp=" + exp + "&sig=" + signature(imageId, name, exp);
  }

  @Override
  public boolean verify(String imageId, String name, String exp, String sig, Instant now) {
    if (imageId == null || name == null || exp == null || sig == null) {
      return false;
    }
    return SECONDS.matcher(exp).matches()
        && MessageDigest.isEqual(signature(imageId, name, exp).getBytes(UTF_8), sig.getBytes(UTF_8))
        && now.getEpochSecond() < Long.parseLong(exp);
  }

  /** The lengths keep two files apart whose id and name run together to the same text. */
  private String signature(String imageId, String name, String exp) {
    String message =
        imageId.length() + ":" + imageId + ":" + name.length() + ":" + name + ":" + exp;
    byte[] mac = HmacSha256.of(key, message.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
