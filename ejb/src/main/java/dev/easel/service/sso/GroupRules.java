package dev.easel.service.sso;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.ProviderRule;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.session.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the groups of a provider give: what operators entered, and of the configured one also {@code
 * easel.oidc.admin-group} makes admins and {@code easel.oidc.member-group} members of the first
 * organisation of this server.
 */
@ApplicationScoped
public class GroupRules {

  @Inject OidcSettings settings;
  @Inject IdentityRepository identities;
  @Inject ProviderRepository stored;

  /** The configured ones first, then those operators entered. */
  public List<GroupRule> of(ProviderTerms terms) {
    List<GroupRule> rules = new ArrayList<>(configured(terms.slug()));
    stored.rules(terms.slug()).stream().map(ProviderRule::rule).forEach(rules::add);
    return rules;
  }

  /** Those of the configuration, which cannot be changed here. */
  public List<GroupRule> configured(String slug) {
    Optional<String> first = identities.oldestTenant().map(Tenant::id);
    if (!slug.equals(SignInProviders.CONFIGURED) || first.isEmpty()) {
      return List.of();
    }
    List<GroupRule> rules = new ArrayList<>();
    settings
        .of("admin-group")
        .map(g -> GroupRule.member(g, first.get(), Role.ADMIN))
        .ifPresent(rules::add);
    settings
        .of("member-group")
        .map(g -> GroupRule.member(g, first.get(), Role.MEMBER))
        .ifPresent(rules::add);
    return rules;
  }
}
