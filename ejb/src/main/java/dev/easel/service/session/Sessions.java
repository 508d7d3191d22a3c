package dev.easel.service.session;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.Device;
import dev.easel.domain.session.SessionRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Sessions of browsers: rows, so that one that is deleted is over on every server at once. */
@Stateless
public class Sessions {

  @Inject SessionRepository sessions;
  @Inject IdentityRepository identities;
  @Inject Clock clock;

  /**
   * Signs a browser in, always under a new token.
   *
   * @throws FailureException {@code FORBIDDEN} if the user belongs to no tenant any more
   */
  public BrowserToken open(User user, Device device) {
    Instant now = clock.instant();
    sessions.removeOver(now);
    List<Membership> memberships = identities.membershipsOf(user.id());
    Membership first =
        memberships.stream()
            .filter(membership -> membership.tenantId().equals(user.tenantId()))
            .findFirst()
            .or(() -> memberships.stream().findFirst())
            .orElseThrow(Sessions::nowhere);
    BrowserToken token = BrowserToken.fresh();
    sessions.add(new DashboardSession(token, user.id(), first.tenantId(), device, now));
    return token;
  }

  /** Who a browser speaks for; empty if it is not signed in, or not any more. */
  public Optional<Visitor> who(BrowserToken token) {
    Instant now = clock.instant();
    Optional<DashboardSession> found = sessions.find(token).filter(session -> !session.isOver(now));
    found.ifPresent(session -> session.use(now));
    return found.flatMap(this::visitor);
  }

  /** Ends the session of a browser. */
  public void end(BrowserToken token) {
    sessions.find(token).map(DashboardSession::id).ifPresent(sessions::end);
  }

  /** Where the user is signed in, the latest used first. */
  public List<DashboardSession> list(Visitor visitor) {
    Instant now = clock.instant();
    return sessions.of(visitor.user().id()).stream()
        .filter(session -> !session.isOver(now))
        .toList();
  }

  /**
   * Ends one of the user's own.
   *
   * @throws FailureException {@code NOT_FOUND} if the user has no such session
   */
  public void end(Visitor visitor, String id) {
    DashboardSession own =
        sessions
            .find(id)
            .filter(session -> session.userId().equals(visitor.user().id()))
            .orElseThrow(() -> FailureException.notFound("session", id));
    sessions.end(own.id());
  }

  /** Ends all of the user's but the one in use, and says how many. */
  public int endOthers(Visitor visitor) {
    return sessions.endAll(visitor.user().id(), Optional.of(visitor.session().id()));
  }

  /** The tenants the user belongs to, the oldest membership first. */
  public List<Tenant> tenants(Visitor visitor) {
    return identities.membershipsOf(visitor.user().id()).stream()
        .flatMap(membership -> identities.findTenant(membership.tenantId()).stream())
        .toList();
  }

  /**
   * Looks at another tenant of the user from now on.
   *
   * @throws FailureException {@code NOT_FOUND} if the user does not belong to it
   */
  public void turnTo(Visitor visitor, String tenantId) {
    Membership there =
        identities
            .findMembership(visitor.user().id(), tenantId)
            .orElseThrow(() -> FailureException.notFound("tenant", tenantId));
    sessions.find(visitor.session().id()).ifPresent(session -> session.turnTo(there.tenantId()));
  }

  private Optional<Visitor> visitor(DashboardSession session) {
    return identities
        .findMembership(session.userId(), session.tenantId())
        .map(membership -> visitor(session, membership));
  }

  private Visitor visitor(DashboardSession session, Membership membership) {
    User user = identities.findUser(membership.userId()).orElseThrow();
    Tenant tenant = identities.findTenant(membership.tenantId()).orElseThrow();
    Plan plan = identities.findPlan(tenant.planId()).orElseThrow();
    Caller caller =
        new Caller(
            tenant.id(),
            user.id(),
            membership.id(),
            plan.id(),
            plan.vip() || tenant.vipGranted(),
            user.administrator(),
            rights(membership, user),
            membership.id());
    return new Visitor(session, user, tenant, membership, caller);
  }

  private static KeyRights rights(Membership membership, User user) {
    Set<Scope> scopes = EnumSet.copyOf(membership.role().scopes());
    if (user.administrator()) {
      scopes.add(Scope.ADMIN);
    }
    return new KeyRights(scopes, Set.of(), List.of(), OptionalInt.empty());
  }

  private static FailureException nowhere() {
    return FailureException.of(
        FailureCode.FORBIDDEN, "This account belongs to no organisation any more");
  }
}
