package dev.easel.service.sso;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderCheck;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.service.session.LocalSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What operators do with identity providers. No transaction spans it: checking one asks the
 * network.
 */
@ApplicationScoped
public class ProviderDesk {

  /** UTF-16 units of a client's secret. */
  public static final int LONGEST_SECRET = 500;

  /** The configured one, and a page beside those of providers. */
  private static final Set<String> RESERVED = Set.of(SignInProviders.CONFIGURED, "passwords");

  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,38}");

  @Inject SignInProviders providers;
  @Inject GroupRules rules;
  @Inject ProviderRepository stored;
  @Inject IdentityRepository identities;
  @Inject SignInProvider protocol;
  @Inject ProviderSteps steps;
  @Inject LocalSignIn local;

  /** The configured one first. */
  public List<ProviderView> list() {
    List<ProviderView> all = new ArrayList<>();
    providers
        .configured()
        .map(terms -> ProviderView.configured(terms, providers.configuredDomains()))
        .ifPresent(all::add);
    stored.all().stream().map(ProviderView::of).forEach(all::add);
    return all;
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if there is none of that slug
   */
  public ProviderView get(String slug) {
    return list().stream()
        .filter(view -> view.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("identity provider", slug));
  }

  /**
   * @param slug names it in addresses and never changes
   * @throws FailureException {@code INVALID_REQUEST} if slug or secret will not do, {@code
   *     CONFLICT} if slug, issuer or a domain is another's
   */
  public ProviderView create(Caller caller, String slug, ProviderEntry entry, String secret) {
    if (!SLUG.matcher(slug).matches() || RESERVED.contains(slug)) {
      throw FailureException.invalid(
          "slug", "must be a word of a-z, 0-9 and -, at most 39 characters, not sso or passwords");
    }
    judge(secret);
    IdentityProvider made = steps.create(caller, slug, entry, secret);
    providers.edited();
    return ProviderView.of(made);
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   * @param secret empty if it stays
   * @throws FailureException as {@link #create}, and {@code CONFLICT} if another version is there
   *     or the provider is the configured one
   */
  public ProviderView change(
      Caller caller,
      String slug,
      Optional<Long> version,
      UnaryOperator<ProviderEntry> edit,
      Optional<String> secret) {
    mustBeStored(slug);
    secret.ifPresent(ProviderDesk::judge);
    ProviderEntry before = stored.find(slug).map(IdentityProvider::entry).orElseThrow();
    ProviderEntry entry = edit.apply(before);
    if (!entry.enabled()) {
      mustNotBeTheLast(slug);
    }
    IdentityProvider changed = steps.change(caller, slug, version, entry, secret);
    providers.edited();
    return ProviderView.of(changed);
  }

  /** Ends its sessions and takes what its groups gave; the accounts stay. */
  public void remove(Caller caller, String slug) {
    mustBeStored(slug);
    mustNotBeTheLast(slug);
    steps.remove(caller, slug);
    providers.edited();
  }

  /** Those of the configuration first. */
  public List<RuleView> rules(String slug) {
    get(slug);
    List<RuleView> all = new ArrayList<>();
    rules.configured(slug).stream()
        .map(rule -> new RuleView(Optional.empty(), rule, tenantName(rule)))
        .forEach(all::add);
    stored.rules(slug).stream()
        .map(rule -> RuleView.of(rule, tenantName(rule.rule())))
        .forEach(all::add);
    return all;
  }

  public RuleView addRule(Caller caller, String slug, GroupRule rule) {
    get(slug);
    return RuleView.of(steps.addRule(caller, slug, rule), tenantName(rule));
  }

  public void removeRule(Caller caller, String slug, String id) {
    steps.removeRule(caller, slug, id);
  }

  /** Asks the provider whether it has what signing in takes. */
  public ProviderCheck check(String slug) {
    return protocol.check(terms(slug));
  }

  /** As it is used, also if it is switched off. */
  ProviderTerms terms(String slug) {
    return stored
        .find(slug)
        .flatMap(providers::opened)
        .or(() -> providers.configured().filter(terms -> terms.slug().equals(slug)))
        .orElseThrow(() -> FailureException.notFound("identity provider", slug));
  }

  /** While passwords are for emergencies, people need another door. */
  private void mustNotBeTheLast(String slug) {
    boolean others = providers.all().stream().anyMatch(terms -> !terms.slug().equals(slug));
    if (!others && !local.isOpen()) {
      throw FailureException.of(
          FailureCode.CONFLICT, "It is the last way in; let people sign in by password first");
    }
  }

  private void mustBeStored(String slug) {
    if (get(slug).isConfigured()) {
      throw FailureException.of(
          FailureCode.CONFLICT, "This provider is configured (easel.oidc.*); change it there");
    }
  }

  private Optional<String> tenantName(GroupRule rule) {
    return rule.tenantId().flatMap(identities::findTenant).map(Tenant::name);
  }

  private static void judge(String secret) {
    if (secret.isBlank() || secret.length() > LONGEST_SECRET) {
      throw FailureException.invalid(
          "client_secret", "must have 1 to " + LONGEST_SECRET + " characters");
    }
  }
}
