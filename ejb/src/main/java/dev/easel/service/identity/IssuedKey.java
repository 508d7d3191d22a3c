package dev.easel.service.identity;

import dev.easel.domain.identity.ApiKey;

/**
 * A new key.
 *
 * @param text the whole key, to be shown once
 */
public record IssuedKey(ApiKey key, String text) {

  @Override
  public String toString() {
    return "IssuedKey " + key.id();
  }
}
