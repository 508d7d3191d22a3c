package dev.easel.service.sso;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.ProviderTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What the groups of a provider give. Of the configured one, {@code easel.oidc.admin-group} makes
 * admins and {@code easel.oidc.member-group} members of the first organisation of this server.
 */
@ApplicationScoped
public class GroupRules {

  @Inject Config config;
  @Inject IdentityRepository identities;

  public List<GroupRule> of(ProviderTerms terms) {
    Optional<String> first = identities.oldestTenant().map(Tenant::id);
    if (!terms.slug().equals(SignInProviders.CONFIGURED) || first.isEmpty()) {
      return List.of();
    }
    List<GroupRule> rules = new ArrayList<>();
    group("admin-group")
        .map(g -> GroupRule.member(g, first.get(), Role.ADMIN))
        .ifPresent(rules::add);
    group("member-group")
        .map(g -> GroupRule.member(g, first.get(), Role.MEMBER))
        .ifPresent(rules::add);
    return rules;
  }

  private Optional<String> group(String key) {
    return config
        .getOptionalValue("easel.oidc." + key, String.class)
        .filter(value -> !value.isBlank());
  }
}
