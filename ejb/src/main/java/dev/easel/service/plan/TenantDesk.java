package dev.easel.service.plan;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.identity.TenantOpening;
import dev.easel.service.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Tenants by the hand of an administrator. Each public method is one transaction. */
@Stateless
public class TenantDesk {

  private static final Logger LOG = Logger.getLogger(TenantDesk.class.getName());

  @Inject TenantRepository tenants;
  @Inject IdentityRepository identities;
  @Inject Subscriptions subscriptions;
  @Inject Ledger ledger;
  @Inject TenantOpening opening;
  @Inject MemberRepository members;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Makes a tenant, its owner, a first key and a wallet with the first month's credits.
   *
   * @throws FailureException {@code CONFLICT} if the address is in use, {@code INVALID_REQUEST} if
   *     there is no such plan
   */
  public MadeTenant create(Caller caller, NewTenant wish) {
    Plan plan = plan(wish.planId());
    if (tenants.emailTaken(wish.email())) {
      throw User.addressTaken();
    }
    TenantOpening.Opened made =
        opening.open(
            new TenantOpening.Wish(wish.name(), plan.id(), wish.email(), wish.username(), false));
    String id = made.tenant().id();
    subscriptions.begin(made.tenant());
    audit.note(caller, Action.TENANT_CREATED, id, wish.name() + " on plan " + plan.id());
    LOG.info(() -> "Tenant " + id + " made on plan " + plan.id());
    return new MadeTenant(id, made.owner(), made.password(), made.apiKey());
  }

  /**
   * Tenants by id.
   *
   * @param search a part of a name, an id or a member's address; empty for all
   */
  public Page<TenantView> list(String search, Optional<String> after, int limit) {
    return tenants.list(search, after, limit).map(this::view);
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant
   */
  public TenantView get(String id) {
    return view(identities.findTenant(id).orElseThrow(() -> missing(id)));
  }

  /** Who belongs to a tenant, the oldest first. */
  public List<Member> members(String id) {
    return members.members(id);
  }

  /**
   * Changes a tenant; limits and VIP count on every server within 5 seconds.
   *
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant, {@code INVALID_REQUEST}
   *     if there is no such plan, {@code CONFLICT} if it shall be suspended and somebody in it runs
   *     the server
   */
  public void change(Caller caller, String id, TenantChange change) {
    subscriptions.adopt(id); // its row before the tenant's, as renewals take them
    Tenant tenant = tenants.lock(id).orElseThrow(() -> missing(id));
    change.name().ifPresent(tenant::rename);
    change.vipGranted().ifPresent(tenant::grantVip);
    change.planId().ifPresent(plan -> subscriptions.change(id, plan(plan)));
    change.subscription().ifPresent(status -> set(id, status));
    change.suspended().ifPresent(suspended -> suspend(caller, tenant, suspended));
    note(caller, id, change);
    LOG.info(() -> "Tenant " + id + " changed: " + change);
  }

  private void note(Caller caller, String id, TenantChange change) {
    change.planId().ifPresent(p -> audit.note(caller, Action.PLAN_CHANGED, id, "to " + p));
    List<String> words = new ArrayList<>();
    change.name().ifPresent(name -> words.add("called " + name));
    change.vipGranted().ifPresent(vip -> words.add(vip ? "VIP granted" : "VIP taken"));
    change.subscription().ifPresent(status -> words.add("subscription " + status.wire()));
    if (!words.isEmpty()) {
      audit.note(caller, Action.TENANT_CHANGED, id, String.join(", ", words));
    }
  }

  private void suspend(Caller caller, Tenant tenant, boolean suspended) {
    if (suspended == tenant.suspended()) {
      return;
    }
    if (suspended) {
      mustNotRunServer(tenant);
      tenant.suspend(clock.instant());
    } else {
      tenant.resume();
    }
    audit.note(
        caller,
        suspended ? Action.TENANT_SUSPENDED : Action.TENANT_RESUMED,
        tenant.id(),
        tenant.name());
  }

  /** Whoever runs the server would be locked out, and nobody could resume it. */
  private void mustNotRunServer(Tenant tenant) {
    if (members.members(tenant.id()).stream().anyMatch(member -> member.user().administrator())) {
      throw FailureException.of(
              FailureCode.CONFLICT, "Somebody in it runs this server, so it cannot be suspended")
          .with("reason", "tenant_runs_server");
    }
  }

  private void set(String id, Subscription.Status status) {
    if (status == Subscription.Status.ACTIVE) {
      subscriptions.resume(id);
    } else {
      subscriptions.cancel(id);
    }
  }

  private TenantView view(Tenant tenant) {
    Plan plan = identities.findPlan(tenant.planId()).orElseThrow();
    return new TenantView(
        tenant, plan, subscriptions.find(tenant.id()), ledger.available(tenant.id()));
  }

  private Plan plan(String id) {
    return identities
        .findPlan(id)
        .orElseThrow(() -> FailureException.invalid("plan", "must be the id of a plan"));
  }

  private static FailureException missing(String id) {
    return FailureException.notFound("tenant", id);
  }
}
