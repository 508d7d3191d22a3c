package dev.easel.service.plan;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.identity.TenantOpening;
import dev.easel.service.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

  /**
   * Makes a tenant, its owner, a first key and a wallet with the first month's credits.
   *
   * @throws FailureException {@code CONFLICT} if the address is in use, {@code INVALID_REQUEST} if
   *     there is no such plan
   */
  public MadeTenant create(NewTenant wish) {
    Plan plan = plan(wish.planId());
    if (tenants.emailTaken(wish.email())) {
      throw User.addressTaken();
    }
    TenantOpening.Opened made =
        opening.open(
            new TenantOpening.Wish(wish.name(), plan.id(), wish.email(), wish.username(), false));
    String id = made.tenant().id();
    subscriptions.begin(made.tenant());
    LOG.info(() -> "Tenant " + id + " made on plan " + plan.id());
    return new MadeTenant(id, made.owner(), made.password(), made.apiKey());
  }

  public Page<TenantView> list(Optional<String> after, int limit) {
    return tenants.list(after, limit).map(this::view);
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant
   */
  public TenantView get(String id) {
    return view(identities.findTenant(id).orElseThrow(() -> missing(id)));
  }

  /**
   * Changes a tenant; limits and VIP count on every server within 5 seconds.
   *
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant, {@code INVALID_REQUEST}
   *     if there is no such plan
   */
  public void change(String id, TenantChange change) {
    subscriptions.adopt(id); // its row before the tenant's, as renewals take them
    Tenant tenant = tenants.lock(id).orElseThrow(() -> missing(id));
    change.name().ifPresent(tenant::rename);
    change.vipGranted().ifPresent(tenant::grantVip);
    change.planId().ifPresent(plan -> subscriptions.change(id, plan(plan)));
    change.subscription().ifPresent(status -> set(id, status));
    LOG.info(() -> "Tenant " + id + " changed: " + change);
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
