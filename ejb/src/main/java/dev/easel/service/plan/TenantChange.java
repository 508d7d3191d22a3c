package dev.easel.service.plan;

import dev.easel.domain.identity.Subscription;
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
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

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
}
