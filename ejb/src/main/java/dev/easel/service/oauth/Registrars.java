package dev.easel.service.oauth;

import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.session.OidcSettings;
import dev.easel.service.sso.SignInProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Where programs are registered: the configured provider, if it is a Keycloak that gave us an
 * account to do so ({@code easel.oidc.admin-client-id}, {@code -secret}). Read at each use.
 */
@ApplicationScoped
public class Registrars {

  /** What the addresses of Keycloak's realms have, and nobody else's. */
  private static final String REALM = "/realms/";

  @Inject OidcSettings settings;
  @Inject SignInProviders providers;

  /** Empty if there is none. */
  public Optional<Registrar> find() {
    Optional<String> client = settings.of("admin-client-id");
    Optional<String> secret = settings.of("admin-client-secret");
    if (client.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return providers.all().stream()
        .filter(terms -> terms.slug().equals(SignInProviders.CONFIGURED))
        .map(ProviderTerms::issuer)
        .filter(issuer -> issuer.getPath().contains(REALM))
        .map(issuer -> new Registrar(issuer, client.get(), secret.get()))
        .findFirst();
  }

  /**
   * @throws FailureException {@code MAINTENANCE} if there is none
   */
  Registrar get() {
    return find()
        .orElseThrow(
            () ->
                FailureException.of(
                        FailureCode.MAINTENANCE,
                        "OAuth apps need a Keycloak, which is not set up on this server")
                    .with("reason", "oauth_not_configured"));
  }
}
