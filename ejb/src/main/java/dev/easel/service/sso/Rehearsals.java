package dev.easel.service.sso;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.Grants;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.domain.sso.ToldClaims;
import dev.easel.service.sso.Rehearsal.Verdict;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a sign-in would come to, by the very rules; nothing is changed, nothing verified. */
@Stateless
public class Rehearsals {

  @Inject ProviderDesk desk;
  @Inject GroupRules rules;
  @Inject SignInProvider protocol;
  @Inject SsoRepository sso;
  @Inject IdentityRepository identities;

  /**
   * @param tokenOrClaims a token of the provider or its claims as JSON
   * @throws FailureException {@code NOT_FOUND} if there is no such provider, {@code
   *     INVALID_REQUEST} if it is neither token nor claims
   */
  public Rehearsal ofClaims(String slug, String tokenOrClaims) {
    return of(desk.terms(slug), protocol.read(tokenOrClaims));
  }

  /** Of groups alone. */
  public Rehearsal ofGroups(String slug, Set<String> groups) {
    return of(desk.terms(slug), ToldClaims.of(groups));
  }

  private Rehearsal of(ProviderTerms terms, ToldClaims told) {
    List<GroupRule> all = rules.of(terms);
    Grants grants = Grants.of(all, told.groups());
    Optional<User> user = known(terms, told);
    List<Membership> memberships =
        user.map(found -> identities.membershipsOf(found.id())).orElse(List.of());
    List<Membership> lost =
        memberships.stream()
            .filter(kept -> kept.keeper().filter(terms.slug()::equals).isPresent())
            .filter(kept -> !grants.roles().containsKey(kept.tenantId()))
            .toList();
    return new Rehearsal(
        told,
        desk.rules(terms.slug()).stream()
            .filter(view -> told.groups().contains(view.rule().group()))
            .toList(),
        given(grants),
        grants.operator(),
        lost.stream().map(kept -> tenantName(kept.tenantId())).toList(),
        user.filter(found -> found.runsServerBy(terms.slug())).isPresent() && !grants.operator(),
        user.map(User::email),
        verdict(terms, told, grants, user.map(found -> memberships.size() > lost.size())));
  }

  private Optional<User> known(ProviderTerms terms, ToldClaims told) {
    return told.subject()
        .flatMap(subject -> sso.find(new ExternalIdentity(terms.issuer().toString(), subject)))
        .map(IdentityLink::userId)
        .flatMap(identities::findUser);
  }

  /**
   * In the order in which signing in looks.
   *
   * @param keeps whether a known user keeps an organisation; empty for a newcomer
   */
  private Verdict verdict(
      ProviderTerms terms, ToldClaims told, Grants grants, Optional<Boolean> keeps) {
    if (told.issuer().isPresent() && !told.issuer().get().equals(terms.issuer().toString())) {
      return Verdict.OTHER_ISSUER;
    }
    if (grants.roles().isEmpty() && !keeps.orElse(false)) {
      return Verdict.NO_ORGANISATION;
    }
    if (keeps.isPresent()) {
      return Verdict.SIGNS_IN;
    }
    if (told.subject().isEmpty()) {
      return Verdict.GROUPS_ONLY;
    }
    if (told.email().isEmpty()) {
      return Verdict.NO_ADDRESS;
    }
    boolean taken = identities.findUserByEmail(told.email().get()).isPresent();
    return taken ? Verdict.ADDRESS_TAKEN : Verdict.NEWCOMER;
  }

  private List<Rehearsal.Given> given(Grants grants) {
    return grants.roles().entrySet().stream()
        .map(one -> new Rehearsal.Given(one.getKey(), tenantName(one.getKey()), one.getValue()))
        .toList();
  }

  private String tenantName(String id) {
    return identities.findTenant(id).map(Tenant::name).orElse(id);
  }
}
