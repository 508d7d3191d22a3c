package dev.easel.service.sso;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthAppRepository;
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

/**
 * Whom access tokens stand for. Each public method is one transaction. A token of a program that is
 * registered here gives no more than the program was registered with, and nothing once it is
 * removed.
 */
@Stateless
public class BearerCallers {

  @Inject SsoRepository sso;
  @Inject IdentityRepository identities;
  @Inject IdentityService service;
  @Inject ExternalSignInSteps steps;
  @Inject OAuthAppRepository apps;

  /**
   * The user a token stands for, in the organisation they began in, else in the oldest they belong
   * to. It gives what its scopes name, within what the role does; empty if nobody here has that
   * identity.
   *
   * @throws FailureException {@code FORBIDDEN} if they belong nowhere any more, the organisation is
   *     suspended, or the role gives none of the scopes
   */
  public Optional<Caller> find(VerifiedToken token) {
    Optional<OAuthApp> app = app(token);
    KeyRights rights = app.map(one -> rights(token, one)).orElseGet(() -> rights(token));
    Optional<OAuthApp> itself = app.filter(one -> isItself(one, token));
    return itself
        .map(one -> service.program(one, membership(one), rights))
        .or(() -> user(token).map(user -> service.member(membership(user), rights)))
        .map(BearerCallers::allowedAnything);
  }

  private Optional<User> user(VerifiedToken token) {
    return sso.find(token.identity()).map(IdentityLink::userId).flatMap(identities::findUser);
  }

  /** One that has the form of ours and is not there was removed. */
  private Optional<OAuthApp> app(VerifiedToken token) {
    return token
        .clientId()
        .filter(OAuthApp::isId)
        .map(
            id ->
                apps.find(id)
                    .filter(app -> app.issuer().equals(token.identity().issuer()))
                    .orElseThrow(BearerCallers::removed));
  }

  /** Without a user (RFC 6749, 4.4). */
  private static boolean isItself(OAuthApp app, VerifiedToken token) {
    return app.serviceSubject().filter(token.identity().subject()::equals).isPresent();
  }

  /** Of whoever registered it, where they did. */
  private Membership membership(OAuthApp app) {
    return identities
        .findMembership(app.userId(), app.tenantId())
        .map(this::mustBeOpen)
        .orElseThrow(() -> nowhere(true));
  }

  private Membership mustBeOpen(Membership membership) {
    if (!isOpen(membership)) {
      throw nowhere(false);
    }
    return membership;
  }

  /**
   * Makes an account, as at a first sign-in.
   *
   * @throws FailureException {@code FORBIDDEN} if the groups give nothing or no address is told,
   *     {@code CONFLICT} if the address is an account's
   */
  public void admit(ProviderTerms terms, VerifiedToken token, Device device) {
    steps.settle(terms, token.signIn(), Optional.empty(), device);
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

  private static KeyRights rights(VerifiedToken token, OAuthApp app) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    scopes.addAll(rights(token).scopes());
    scopes.retainAll(app.terms().scopes());
    return new KeyRights(scopes, Set.of(), List.of(), OptionalInt.empty());
  }

  private static FailureException removed() {
    return FailureException.of(
        FailureCode.UNAUTHENTICATED, "The app this token was given to is not registered any more");
  }

  private static FailureException insufficient() {
    return FailureException.of(
            FailureCode.FORBIDDEN, "The access token has no scope that is of use here")
        .with("reason", "scope_missing")
        .with("scope", Scope.joined(Scope.delegable()));
  }

  private static FailureException nowhere(boolean putOut) {
    return putOut
        ? FailureException.of(
                FailureCode.FORBIDDEN, "The user of this token belongs to no organisation any more")
            .with("reason", "not_a_member")
        : FailureException.of(
                FailureCode.FORBIDDEN, "This organisation is suspended; ask who runs the server")
            .with("reason", "tenant_suspended");
  }
}
