package dev.easel.service.sso;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SecretBox;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.service.memory.Remembered;
import dev.easel.service.session.AddressRules;
import dev.easel.service.session.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The identity providers people may sign in through. One can be configured ({@code easel.oidc.*});
 * the settings are read at each use, so it comes and goes without a restart.
 */
@ApplicationScoped
public class SignInProviders {

  /** Slug of the one that is configured. */
  public static final String CONFIGURED = "sso";

  private static final Logger LOG = Logger.getLogger(SignInProviders.class.getName());

  private static final Duration MEMORY = Duration.ofSeconds(5);
  private static final String ALL = "all";

  @Inject OidcSettings settings;
  @Inject SignInProvider protocol;
  @Inject ProviderRepository stored;
  @Inject SecretBox secrets;
  @Inject AddressRules addresses;
  @Inject Clock clock;

  private final Remembered<String, List<ProviderTerms>> entered =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /**
   * Those people can sign in by, in the order of their buttons: the configured one first. Every
   * page asks, so what operators entered is remembered for some seconds.
   */
  public List<ProviderTerms> all() {
    return Stream.concat(configured().stream(), entered.get(ALL, this::read).stream()).toList();
  }

  /** What operators entered was changed. */
  void edited() {
    entered.forget(ALL);
  }

  private List<ProviderTerms> read() {
    return stored.all().stream()
        .filter(IdentityProvider::enabled)
        .flatMap(found -> opened(found).stream())
        .toList();
  }

  /** As it is used, whether it is switched on or not; empty if its secret cannot be opened. */
  Optional<ProviderTerms> opened(IdentityProvider found) {
    try {
      String secret = secrets.open(found.clientSecret(), owner(found.slug()));
      return Optional.of(found.terms(secret));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.WARNING, e, () -> "The secret of " + found.slug() + " cannot be opened");
      return Optional.empty();
    }
  }

  /** The secret of a provider's client as it is kept. */
  String sealed(String slug, String secret) {
    return secrets.seal(secret, owner(slug));
  }

  private static String owner(String slug) {
    return "identity-provider/" + slug;
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

  /** The same, also of one that is switched off; without its secret. */
  public Optional<ProviderTerms> known(String issuer) {
    return ofIssuer(issuer)
        .or(
            () ->
                stored.all().stream()
                    .map(found -> found.terms(""))
                    .filter(terms -> terms.issuer().toString().equals(issuer))
                    .findFirst());
  }

  /** The e-mail domains of the configured one. */
  List<String> configuredDomains() {
    return addresses.configured();
  }

  /** The one whose people have addresses such as this one. */
  public Optional<ProviderTerms> ofAddress(String email) {
    return addresses.issuerOf(email).flatMap(this::ofIssuer);
  }

  /** The origins of their pages, which our forms lead to. */
  public Set<String> pages() {
    return all().stream()
        .flatMap(terms -> protocol.pages(terms).stream())
        .collect(Collectors.toSet());
  }

  /** The one of the configuration; empty if it has none. */
  public Optional<ProviderTerms> configured() {
    Optional<String> issuer = settings.of("issuer");
    Optional<String> client = settings.of("client-id");
    Optional<String> secret = settings.of("client-secret");
    if (issuer.isEmpty() || client.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return address(issuer.get())
        .map(uri -> new ProviderTerms(CONFIGURED, name(), uri, client.get(), secret.get()));
  }

  private String name() {
    return settings.of("name").orElse("single sign-on");
  }

  private static Optional<URI> address(String issuer) {
    try {
      return Optional.of(URI.create(issuer)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      LOG.warning(() -> OidcSettings.PREFIX + "issuer is no address: " + e.getMessage());
      return Optional.empty();
    }
  }
}
