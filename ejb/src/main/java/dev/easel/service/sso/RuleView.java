package dev.easel.service.sso;

import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.ProviderRule;
import java.util.Optional;

/**
 * A rule as operators see it.
 *
 * @param id empty for one of the configuration, which cannot be changed here
 * @param tenantName of the organisation; empty if it lets run the server
 */
public record RuleView(Optional<String> id, GroupRule rule, Optional<String> tenantName) {

  static RuleView of(ProviderRule stored, Optional<String> tenantName) {
    return new RuleView(Optional.of(stored.id()), stored.rule(), tenantName);
  }
}
