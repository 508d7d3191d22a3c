package dev.easel.domain.sso;

import java.net.URI;

/**
 * What a browser is sent to its provider with.
 *
 * @param location the provider's page
 * @param state comes back with the answer
 * @param nonce comes back in the ID token
 * @param verifier whose hash (S256) the provider was told (RFC 7636)
 */
public record Departure(URI location, String state, String nonce, String verifier) {

  @Override
  public String toString() {
    return "Departure[" + location.getHost() + "]"; // the rest is secret
  }
}
