package dev.easel.service.generation;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

/** The caps of tenants, remembered for a few seconds: so late a changed plan counts. */
@ApplicationScoped
class ConcurrencyCaps {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  @Inject IdentityRepository identities;
  @Inject Clock clock;

  private final Remembered<String, OptionalInt> known =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /** How many generations of the tenant run at once; empty for any number. */
  OptionalInt of(String tenantId) {
    return known.get(tenantId, () -> read(tenantId));
  }

  private OptionalInt read(String tenantId) {
    return identities
        .findTenant(tenantId)
        .flatMap(tenant -> identities.findPlan(tenant.planId()))
        .map(Plan::concurrency)
        .orElse(OptionalInt.empty());
  }
}
