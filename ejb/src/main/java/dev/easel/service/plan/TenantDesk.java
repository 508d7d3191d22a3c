package dev.easel.service.plan;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.Page;
import dev.easel.service.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/** Tenants by the hand of an administrator. Each public method is one transaction. */
@Stateless
public class TenantDesk {

  private static final Logger LOG = Logger.getLogger(TenantDesk.class.getName());
  private static final int PASSWORD_LENGTH = 20;

  @Inject TenantRepository tenants;
  @Inject IdentityRepository identities;
  @Inject Subscriptions subscriptions;
  @Inject Ledger ledger;
  @Inject PasswordHasher passwords;
  @Inject Clock clock;

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
    Instant now = clock.instant();
    Tenant tenant = new Tenant(Ids.random("ten"), wish.name(), plan.id(), now);
    identities.add(tenant);
    String password = KeySecret.random().secret().substring(0, PASSWORD_LENGTH);
    User owner = owner(wish, tenant, passwords.hash(password));
    KeySecret key = KeySecret.random();
    identities.add(new ApiKey(key, tenant.id(), owner.id(), "First key", now));
    ledger.openWallet(tenant.id());
    subscriptions.begin(tenant);
    LOG.info(() -> "Tenant " + tenant.id() + " made on plan " + plan.id());
    return new MadeTenant(tenant.id(), owner, password, key.text());
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

  private User owner(NewTenant wish, Tenant tenant, String hash) {
    String id = Ids.random("user");
    User owner = new User(id, tenant.id(), wish.email(), hash, false, tenant.createdAt());
    wish.username().ifPresent(owner::call);
    identities.add(owner);
    return owner;
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
