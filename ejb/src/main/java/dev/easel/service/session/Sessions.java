package dev.easel.service.session;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
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
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.logging.Logger;

/** Sessions of browsers: rows, so that one that is deleted is over on every server at once. */
@Stateless
public class Sessions {

  private static final Logger LOG = Logger.getLogger(Sessions.class.getName());

  @Inject SessionRepository sessions;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Signs a browser in, always under a new token.
   *
   * @throws FailureException {@code FORBIDDEN} if the user belongs to no tenant any more
   */
  public BrowserToken open(User user, Device device) {
    BrowserToken token = BrowserToken.fresh();
    open(user, device, token, device.browser());
    return token;
  }

  /**
   * The same for a browser that was given its token.
   *
   * @param how the words for the log of changes
   */
  public DashboardSession open(User user, Device device, BrowserToken token, String how) {
    Instant now = clock.instant();
    List<Membership> memberships = open(user.id());
    Membership first =
        memberships.stream()
            .filter(membership -> membership.tenantId().equals(user.tenantId()))
            .findFirst()
            .or(() -> memberships.stream().findFirst())
            .orElseThrow(() -> nowhere(user));
    DashboardSession session =
        new DashboardSession(token, user.id(), first.tenantId(), device, now);
    sessions.add(session);
    audit.note(Actor.of(user, device.address()), Action.SIGNED_IN, "", how);
    return session;
  }

  /**
   * Who a browser speaks for; empty if it is not signed in, or not any more.
   *
   * @param address where it calls from
   */
  public Optional<Visitor> who(BrowserToken token, String address) {
    Instant now = clock.instant();
    Optional<DashboardSession> found = sessions.find(token).filter(session -> !session.isOver(now));
    found.ifPresent(session -> session.use(now));
    return found.flatMap(session -> visitor(session, address));
  }

  /** Ends the session of a browser. */
  public void end(BrowserToken token) {
    sessions.find(token).ifPresent(this::leave);
  }

  /**
   * Notes that a password was wrong.
   *
   * @param userId of the account that was tried; empty if there is none, which is only logged:
   *     strangers shall not fill the log of changes
   */
  public void refused(Optional<String> userId, String address) {
    LOG.info(() -> "Sign-in refused from " + address);
    userId
        .flatMap(identities::findUser)
        .map(user -> Actor.of(user, address))
        .ifPresent(actor -> audit.note(actor, Action.SIGN_IN_REFUSED, "", ""));
  }

  private void leave(DashboardSession session) {
    sessions.end(session.id());
    identities
        .findUser(session.userId())
        .map(user -> Actor.of(user, session.device().address()))
        .ifPresent(actor -> audit.note(actor, Action.SIGNED_OUT, "", ""));
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
    audit.note(visitor.caller(), Action.SIGNED_OUT, own.id(), own.device().browser());
  }

  /** Ends all of the user's but the one in use, and says how many. */
  public int endOthers(Visitor visitor) {
    int ended = sessions.endAll(visitor.user().id(), Optional.of(visitor.session().id()));
    if (ended > 0) {
      audit.note(visitor.caller(), Action.SIGNED_OUT, "", ended + " other browsers");
    }
    return ended;
  }

  /** The tenants the user belongs to, the oldest membership first. */
  public List<Tenant> tenants(Visitor visitor) {
    return open(visitor.user().id()).stream()
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
            .filter(this::isOpen)
            .orElseThrow(() -> FailureException.notFound("tenant", tenantId));
    sessions.find(visitor.session().id()).ifPresent(session -> session.turnTo(there.tenantId()));
  }

  /** Memberships of tenants that are not suspended. */
  private List<Membership> open(String userId) {
    return identities.membershipsOf(userId).stream().filter(this::isOpen).toList();
  }

  private boolean isOpen(Membership membership) {
    return identities.findTenant(membership.tenantId()).filter(Tenant::suspended).isEmpty();
  }

  /** One who was put out of the tenant, or whose tenant was suspended, goes on in another. */
  private Optional<Visitor> visitor(DashboardSession session, String address) {
    return identities
        .findMembership(session.userId(), session.tenantId())
        .filter(this::isOpen)
        .or(() -> open(session.userId()).stream().findFirst())
        .map(membership -> visitor(session, membership, address));
  }

  private Visitor visitor(DashboardSession session, Membership membership, String address) {
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
            membership.id(),
            address);
    return new Visitor(session, user, tenant, membership, caller);
  }

  private static KeyRights rights(Membership membership, User user) {
    Set<Scope> scopes = EnumSet.copyOf(membership.role().scopes());
    if (user.administrator()) {
      scopes.add(Scope.ADMIN);
    }
    return new KeyRights(scopes, Set.of(), List.of(), OptionalInt.empty());
  }

  private FailureException nowhere(User user) {
    return FailureException.of(
        FailureCode.FORBIDDEN,
        identities.membershipsOf(user.id()).isEmpty()
            ? "This account belongs to no organisation any more"
            : "The organisation of this account is suspended; ask who runs the server");
  }
}
