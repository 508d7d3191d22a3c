package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.gallery.ViewerMark;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Base64;

/** HMAC-SHA-256 under a key derived from the master key. */
@ApplicationScoped
public class HmacViewerMark implements ViewerMark {

  @Inject MasterKey masterKey;

  private byte[] key;

  @PostConstruct
  void deriveKey() {
    key = masterKey.derive("viewer/1");
  }

  @Override
  public String of(String who, LocalDate day) {
    byte[] mac = HmacSha256.of(key, (day + " " + who).getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
