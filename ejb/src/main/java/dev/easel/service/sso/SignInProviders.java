package dev.easel.service.sso;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The identity providers people may sign in through. One can be configured ({@code easel.oidc.*});
 * the settings are read at each use, so it comes and goes without a restart.
 */
@ApplicationScoped
public class SignInProviders {

  /** Slug of the one that is configured. */
  public static final String CONFIGURED = "sso";

  private static final Logger LOG = Logger.getLogger(SignInProviders.class.getName());
  private static final String PREFIX = "easel.oidc.";

  @Inject Config config;
  @Inject SignInProvider protocol;

  /** In the order of their buttons. */
  public List<ProviderTerms> all() {
    return configured().stream().toList();
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if there is none of that slug, or not any more
   */
  public ProviderTerms get(String slug) {
    return all().stream()
        .filter(terms -> terms.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("identity provider", slug));
  }

  /** The one whose tokens name this issuer. */
  public Optional<ProviderTerms> ofIssuer(String issuer) {
    return all().stream().filter(terms -> terms.issuer().toString().equals(issuer)).findFirst();
  }

  /** The origins of their pages, which our forms lead to. */
  public Set<String> pages() {
    return all().stream()
        .flatMap(terms -> protocol.pages(terms).stream())
        .collect(Collectors.toSet());
  }

  private Optional<ProviderTerms> configured() {
    Optional<String> issuer = setting("issuer");
    Optional<String> client = setting("client-id");
    Optional<String> secret = setting("client-secret");
    if (issuer.isEmpty() || client.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return address(issuer.get())
        .map(uri -> new ProviderTerms(CONFIGURED, name(), uri, client.get(), secret.get()));
  }

  private String name() {
    return setting("name").orElse("single sign-on");
  }

  private Optional<String> setting(String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }

  private static Optional<URI> address(String issuer) {
    try {
      return Optional.of(URI.create(issuer)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      LOG.warning(() -> PREFIX + "issuer is no address: " + e.getMessage());
      return Optional.empty();
    }
  }
}
