package dev.easel.service.sso;

import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderTerms;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An identity provider as operators see it.
 *
 * @param domains of the addresses whose people sign in there
 * @param stored empty for the configured one, of which only rules can be changed here
 */
public record ProviderView(
    String slug,
    String name,
    URI issuer,
    String clientId,
    List<String> domains,
    boolean enabled,
    Optional<IdentityProvider> stored) {

  static ProviderView of(IdentityProvider found) {
    ProviderEntry entry = found.entry();
    return new ProviderView(
        found.slug(),
        entry.name(),
        entry.issuer(),
        entry.clientId(),
        entry.domains(),
        entry.enabled(),
        Optional.of(found));
  }

  static ProviderView configured(ProviderTerms terms, List<String> domains) {
    return new ProviderView(
        terms.slug(),
        terms.name(),
        terms.issuer(),
        terms.clientId(),
        domains,
        true,
        Optional.empty());
  }

  public boolean isConfigured() {
    return stored.isEmpty();
  }

  /** The version a change is meant for; 0 for the configured one. */
  public long version() {
    return stored.map(IdentityProvider::version).orElse(0L);
  }
}
