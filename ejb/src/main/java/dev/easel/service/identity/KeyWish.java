package dev.easel.service.identity;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.KeyRights;
import java.time.Instant;
import java.util.Optional;

/**
 * What a key shall be.
 *
 * @param expiresAt empty for never
 */
public record KeyWish(String name, KeyRights rights, Optional<Instant> expiresAt) {

  static KeyWish of(ApiKey key) {
    return new KeyWish(key.name(), key.rights(), key.expiresAt());
  }
}
