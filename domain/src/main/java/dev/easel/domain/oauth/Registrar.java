package dev.easel.domain.oauth;

import java.net.URI;

/**
 * The provider that keeps registered programs, and as whom we tell it.
 *
 * @param issuer of the tokens they get
 * @param clientId who we are there
 * @param clientSecret what proves it
 */
public record Registrar(URI issuer, String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "Registrar[" + issuer + "]"; // without the secret
  }
}
