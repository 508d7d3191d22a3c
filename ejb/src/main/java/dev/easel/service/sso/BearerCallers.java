package dev.easel.service.sso;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.domain.sso.VerifiedToken;
import dev.easel.service.identity.IdentityService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Whom access tokens stand for. Each public method is one transaction. */
@Stateless
public class BearerCallers {

  @Inject SsoRepository sso;
  @Inject IdentityRepository identities;
  @Inject IdentityService service;
  @Inject ExternalSignInSteps steps;

  /**
   * The user a token stands for, in the organisation they began in, else in the oldest they belong
   * to. It gives what its scopes name, within what the role does; empty if nobody here has that
   * identity.
   *
   * @throws FailureException {@code FORBIDDEN} if they belong nowhere any more, the organisation is
   *     suspended, or the role gives none of the scopes
   */
  public Optional<Caller> find(VerifiedToken token) {
    return sso.find(token.identity())
        .map(IdentityLink::userId)
        .flatMap(identities::findUser)
        .map(user -> service.member(membership(user), rights(token)))
        .map(BearerCallers::allowedAnything);
  }

  /**
   * Makes an account, as at a first sign-in.
   *
   * @throws FailureException {@code FORBIDDEN} if the groups give nothing or no address is told,
   *     {@code CONFLICT} if the address is an account's
   */
  public void admit(ProviderTerms terms, VerifiedToken token, Device device) {
    steps.settle(terms, token.signIn(), device);
  }

  /**
   * @throws FailureException {@code FORBIDDEN} if none of its scopes means anything here
   */
  static void mustGiveSomething(VerifiedToken token) {
    if (rights(token).scopes().isEmpty()) {
      throw insufficient();
    }
  }

  private static Caller allowedAnything(Caller caller) {
    if (caller.scopes().isEmpty()) {
      throw insufficient();
    }
    return caller;
  }

  private Membership membership(User user) {
    List<Membership> all = identities.membershipsOf(user.id());
    List<Membership> open = all.stream().filter(this::isOpen).toList();
    return open.stream()
        .filter(membership -> membership.tenantId().equals(user.tenantId()))
        .findFirst()
        .or(() -> open.stream().findFirst())
        .orElseThrow(() -> nowhere(all.isEmpty()));
  }

  private boolean isOpen(Membership membership) {
    return identities.findTenant(membership.tenantId()).filter(Tenant::suspended).isEmpty();
  }

  private static KeyRights rights(VerifiedToken token) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    token.scopes().stream().flatMap(word -> Scope.parse(word).stream()).forEach(scopes::add);
    scopes.retainAll(Scope.delegable());
    return new KeyRights(scopes, Set.of(), List.of(), OptionalInt.empty());
  }

  private static FailureException insufficient() {
    return FailureException.of(
            FailureCode.FORBIDDEN, "The access token has no scope that is of use here")
        .with("reason", "scope_missing")
        .with("scope", Scope.joined(Scope.delegable()));
  }

  private static FailureException nowhere(boolean member) {
    return member
        ? FailureException.of(
                FailureCode.FORBIDDEN, "The user of this token belongs to no organisation any more")
            .with("reason", "not_a_member")
        : FailureException.of(
                FailureCode.FORBIDDEN, "This organisation is suspended; ask who runs the server")
            .with("reason", "tenant_suspended");
  }
}
