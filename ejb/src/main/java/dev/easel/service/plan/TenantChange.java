package dev.easel.service.plan;

import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import java.util.Optional;

/** What of a tenant shall change; what is empty stays. */
public record TenantChange(
    Optional<String> name,
    Optional<String> planId,
    Optional<Boolean> vipGranted,
    Optional<Subscription.Status> subscription,
    Optional<Boolean> suspended) {

  /** Nothing yet. */
  public static final TenantChange NOTHING =
      new TenantChange(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A change of the plan alone. */
  public static TenantChange toPlan(String planId) {
    return new TenantChange(
        Optional.empty(),
        Optional.of(planId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A change of who is let in alone. */
  public static TenantChange suspension(boolean suspended) {
    return new TenantChange(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(suspended));
  }

  /** Only what would change something. */
  public TenantChange apartFrom(TenantView now) {
    Tenant tenant = now.tenant();
    return new TenantChange(
        name.filter(wish -> !wish.equals(tenant.name())),
        planId.filter(wish -> !wish.equals(tenant.planId())),
        vipGranted.filter(wish -> wish != tenant.vipGranted()),
        subscription.filter(wish -> now.subscription().filter(s -> s.status() == wish).isEmpty()),
        suspended.filter(wish -> wish != tenant.suspended()));
  }
}
