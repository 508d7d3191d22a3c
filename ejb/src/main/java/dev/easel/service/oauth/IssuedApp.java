package dev.easel.service.oauth;

import dev.easel.domain.oauth.OAuthApp;
import java.util.Optional;

/**
 * A program that was registered, or got a new secret.
 *
 * @param secret to be shown once; empty for a public one
 */
public record IssuedApp(OAuthApp app, Optional<String> secret) {

  @Override
  public String toString() {
    return "IssuedApp " + app.id();
  }
}
