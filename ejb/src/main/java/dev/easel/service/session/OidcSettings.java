package dev.easel.service.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What the configuration says of the one identity provider it may name, {@code easel.oidc.*}. It is
 * read anew each time, so that a change counts without a restart.
 */
@ApplicationScoped
public class OidcSettings {

  public static final String PREFIX = "easel.oidc.";

  @Inject Config config;

  /** For the container. */
  public OidcSettings() {}

  public OidcSettings(Config config) {
    this.config = config;
  }

  /**
   * What is said; a blank is as good as nothing.
   *
   * @param key without the prefix
   */
  public Optional<String> of(String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }
}
