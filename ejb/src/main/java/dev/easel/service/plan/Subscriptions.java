package dev.easel.service.plan;

import dev.easel.domain.identity.BillingPeriod;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.SubscriptionRepository;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Utc;
import dev.easel.service.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Begins, renews and changes subscriptions. Each public method is one transaction, or joins the
 * caller's: the period and the credits it grants are written together or not at all.
 */
@Stateless
public class Subscriptions {

  @Inject SubscriptionRepository subscriptions;
  @Inject IdentityRepository identities;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /** Subscribes a new tenant, whose wallet is open, and grants the first period's credits. */
  public void begin(Tenant tenant) {
    grantUpTo(plan(tenant).monthlyCredits(), begin(tenant, 0));
  }

  /** Subscribes a new tenant whose first period is paid for by what it was given otherwise. */
  public void beginPaid(Tenant tenant) {
    begin(tenant, plan(tenant).monthlyCredits());
  }

  /**
   * Subscribes a tenant from before there were subscriptions, and grants the credits of the period
   * under way. One that has a subscription keeps it.
   */
  public Subscription adopt(String tenantId) {
    return subscriptions.lock(tenantId).orElseGet(() -> adopted(tenant(tenantId)));
  }

  /**
   * Moves a subscription on by one period, if its own has ended, and grants the credits of the plan
   * as it is now. However many try at once, one of them does it: the others wait for the row and
   * find it moved. The grant's key is the second wall.
   *
   * @return whether it has moved, and may have to again
   */
  public boolean renew(String tenantId) {
    LocalDate today = today();
    Optional<Subscription> due = subscriptions.lock(tenantId).filter(s -> s.dueOn(today));
    due.ifPresent(this::renew);
    return due.isPresent();
  }

  /**
   * Changes a tenant's plan at once. If it grants more than this period was given, the difference
   * is granted, once per period; if less, that counts from the next period on.
   *
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant
   */
  public void change(String tenantId, Plan plan) {
    Subscription subscription = adopt(tenantId);
    while (subscription.dueOn(today())) {
      renew(subscription); // what has ended belongs to the old plan
    }
    tenant(tenantId).subscribeTo(plan.id());
    grantUpTo(plan.monthlyCredits(), subscription);
  }

  /** Ends the renewals. */
  public void cancel(String tenantId) {
    adopt(tenantId).cancel();
  }

  /** Goes on with the renewals; months that passed meanwhile are not made up for. */
  public void resume(String tenantId) {
    adopt(tenantId).resume(today());
  }

  public Optional<Subscription> find(String tenantId) {
    return subscriptions.find(tenantId);
  }

  private Subscription begin(Tenant tenant, long given) {
    LocalDate day = utc(tenant.createdAt());
    int anchor = day.getDayOfMonth();
    BillingPeriod first = BillingPeriod.from(day, anchor);
    Subscription made = new Subscription(tenant.id(), anchor, first, given);
    subscriptions.add(made);
    return made;
  }

  private Subscription adopted(Tenant tenant) {
    int anchor = utc(tenant.createdAt()).getDayOfMonth();
    BillingPeriod current = BillingPeriod.containing(today(), anchor);
    Subscription made = new Subscription(tenant.id(), anchor, current, 0);
    subscriptions.add(made);
    grantUpTo(plan(tenant).monthlyCredits(), made);
    return made;
  }

  private void renew(Subscription subscription) {
    subscription.renew();
    grantUpTo(plan(tenant(subscription.tenantId())).monthlyCredits(), subscription);
  }

  private void grantUpTo(long credits, Subscription subscription) {
    boolean first = subscription.granted() == 0;
    long missing = subscription.raiseGrant(credits);
    if (missing > 0) {
      String key = "grant:" + subscription.tenantId() + ":" + subscription.period().start();
      ledger.grant(
          subscription.tenantId(),
          Credits.of(missing),
          first ? key : key + ":" + subscription.granted(),
          first ? "monthly credits" : "plan changed");
    }
  }

  private Tenant tenant(String id) {
    return identities.findTenant(id).orElseThrow(() -> FailureException.notFound("tenant", id));
  }

  private Plan plan(Tenant tenant) {
    return identities.findPlan(tenant.planId()).orElseThrow();
  }

  private LocalDate today() {
    return utc(clock.instant());
  }

  private static LocalDate utc(Instant time) {
    return Utc.day(time);
  }
}
