package dev.easel.service.session;

import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose people sign in where: the e-mail domains of the identity providers that are switched on. Of
 * the configured one {@code easel.oidc.domains} tells them, of others operators do.
 */
@ApplicationScoped
public class AddressRules {

  private static final Duration MEMORY = Duration.ofSeconds(5);
  private static final String ALL = "all";

  @Inject OidcSettings settings;
  @Inject ProviderRepository stored;
  @Inject Clock clock;

  private final Remembered<String, Map<String, String>> entered =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /** Whether there is any domain. */
  public boolean exist() {
    return !issuers().isEmpty();
  }

  /**
   * The issuer whose people have addresses such as this one.
   *
   * @param email as it was typed
   */
  public Optional<String> issuerOf(String email) {
    return Optional.ofNullable(issuers().get(domain(email)));
  }

  /** Issuers by domain; what is configured counts before what was entered. */
  private Map<String, String> issuers() {
    Map<String, String> issuers = new LinkedHashMap<>(entered.get(ALL, this::read));
    settings
        .of("issuer")
        .ifPresent(issuer -> configured().forEach(domain -> issuers.put(domain, issuer)));
    return issuers;
  }

  private Map<String, String> read() {
    Map<String, String> issuers = new LinkedHashMap<>();
    stored.all().stream().filter(IdentityProvider::enabled).forEach(one -> add(issuers, one));
    return issuers;
  }

  private static void add(Map<String, String> issuers, IdentityProvider provider) {
    String issuer = provider.entry().issuer().toString();
    provider.entry().domains().forEach(domain -> issuers.putIfAbsent(domain, issuer));
  }

  /** Those that {@code easel.oidc.domains} tells. */
  public List<String> configured() {
    return settings.of("domains").stream()
        .flatMap(domains -> Stream.of(domains.split("[,\\s]+")))
        .map(domain -> domain.toLowerCase(Locale.ROOT))
        .filter(domain -> !domain.isEmpty())
        .toList();
  }

  private static String domain(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
