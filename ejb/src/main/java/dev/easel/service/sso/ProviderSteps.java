package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.Grants;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.ProviderRule;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What operators change of identity providers. Each public method is one transaction. */
@Stateless
public class ProviderSteps {

  private static final int MOST_PROVIDERS = 50;
  private static final int MOST_RULES = 500;

  @Inject ProviderRepository stored;
  @Inject SignInProviders providers;
  @Inject IdentityRepository identities;
  @Inject Granting granting;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Judged before: slug and secret. */
  public IdentityProvider create(Caller caller, String slug, ProviderEntry entry, String secret) {
    if (stored.all().size() >= MOST_PROVIDERS) {
      throw conflict("There are " + MOST_PROVIDERS + " providers, which is the most");
    }
    judge(slug, entry);
    String sealed = providers.sealed(slug, secret);
    IdentityProvider made = new IdentityProvider(slug, entry, sealed, clock.instant());
    stored.add(made);
    audit.note(caller, Action.PROVIDER_ADDED, slug, words(entry));
    return made;
  }

  /**
   * One that is switched off ends the sessions begun by it.
   *
   * @param version the one that is changed; empty for whichever is there
   * @param secret empty if it stays
   */
  public IdentityProvider change(
      Caller caller,
      String slug,
      Optional<Long> version,
      ProviderEntry entry,
      Optional<String> secret) {
    IdentityProvider found = find(slug);
    if (version.isPresent() && version.get() != found.version()) {
      throw IdentityProvider.stale();
    }
    judge(slug, entry);
    ProviderEntry before = found.entry();
    found.amend(entry, clock.instant());
    secret.ifPresent(text -> found.reseal(providers.sealed(slug, text)));
    stored.flush();
    boolean moved = !before.issuer().equals(entry.issuer());
    int ended = moved || before.enabled() && !entry.enabled() ? stored.endSessions(slug) : 0;
    String news = secret.isPresent() ? ", new secret" : "";
    String words = words(entry) + news + (ended > 0 ? ", " + ended + " sessions ended" : "");
    audit.note(caller, Action.PROVIDER_CHANGED, slug, words);
    return found;
  }

  /** Ends its sessions and takes what its groups gave; the accounts stay. */
  public void remove(Caller caller, String slug) {
    IdentityProvider found = find(slug);
    ProviderTerms terms = found.terms("");
    int ended = stored.endSessions(slug);
    Stream<String> members = stored.keptBy(slug).stream().map(kept -> kept.userId());
    Stream<String> operators = stored.operatorsBy(slug).stream().map(user -> user.id());
    Stream.concat(members, operators)
        .distinct()
        .flatMap(id -> identities.findUser(id).stream())
        .toList()
        .forEach(
            user -> granting.apply(terms, user, new Grants(Map.of(), false), caller.address()));
    stored.rules(slug).forEach(stored::remove);
    stored.remove(found);
    audit.note(
        caller,
        Action.PROVIDER_REMOVED,
        slug,
        words(found.entry()) + ", " + ended + " sessions ended");
  }

  /**
   * @throws FailureException {@code CONFLICT} if there is that rule already, or too many
   */
  public ProviderRule addRule(Caller caller, String slug, GroupRule rule) {
    rule.tenantId()
        .filter(id -> identities.findTenant(id).isEmpty())
        .ifPresent(
            id -> {
              throw FailureException.invalid("tenant_id", "is no organisation");
            });
    List<ProviderRule> there = stored.rules(slug);
    if (there.size() >= MOST_RULES) {
      throw conflict("There are " + MOST_RULES + " rules, which is the most");
    }
    if (there.stream().anyMatch(one -> isOfOnePlace(one.rule(), rule))) {
      throw conflict("There is a rule for that group and place already; remove it first");
    }
    ProviderRule made = new ProviderRule(slug, rule, clock.instant());
    stored.add(made);
    audit.note(caller, Action.GROUP_RULE_ADDED, made.id(), slug + ": " + words(rule));
    return made;
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if the provider has no such rule
   */
  public void removeRule(Caller caller, String slug, String id) {
    ProviderRule found =
        stored.rules(slug).stream()
            .filter(rule -> rule.id().equals(id))
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("rule", id));
    stored.remove(found);
    audit.note(caller, Action.GROUP_RULE_REMOVED, id, slug + ": " + words(found.rule()));
  }

  private void judge(String slug, ProviderEntry entry) {
    URI issuer = entry.issuer();
    if (providers.configured().filter(terms -> terms.issuer().equals(issuer)).isPresent()) {
      throw conflict("The configured provider has that issuer");
    }
    Stream<String> others =
        stored.all().stream()
            .filter(other -> !other.slug().equals(slug))
            .flatMap(other -> other.entry().domains().stream());
    Stream<String> configured =
        providers.configured().stream().flatMap(one -> providers.configuredDomains().stream());
    Stream.concat(configured, others)
        .filter(entry.domains()::contains)
        .findFirst()
        .ifPresent(
            domain -> {
              throw conflict(domain + " is another provider's already");
            });
  }

  private IdentityProvider find(String slug) {
    return stored
        .find(slug)
        .orElseThrow(() -> FailureException.notFound("identity provider", slug));
  }

  private static boolean isOfOnePlace(GroupRule one, GroupRule other) {
    return one.group().equals(other.group()) && one.tenantId().equals(other.tenantId());
  }

  private static String words(ProviderEntry entry) {
    return entry.name() + ", " + entry.issuer() + (entry.enabled() ? "" : ", off");
  }

  private static String words(GroupRule rule) {
    return "\u201c" + rule.group() + "\u201d gives " + rule.words();
  }

  private static FailureException conflict(String words) {
    return FailureException.of(FailureCode.CONFLICT, words);
  }
}
