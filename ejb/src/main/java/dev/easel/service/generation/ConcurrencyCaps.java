package dev.easel.service.generation;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The caps of tenants, remembered for a few seconds: so late a changed plan counts. */
@ApplicationScoped
class ConcurrencyCaps {

  private static final Duration MEMORY = Duration.ofSeconds(4);
  private static final int CAPACITY = 10_000;

  @Inject IdentityRepository identities;
  @Inject Clock clock;

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** How many generations of the tenant run at once; empty for any number. */
  OptionalInt of(String tenantId) {
    Instant now = clock.instant();
    Known remembered = known.get(tenantId);
    if (remembered == null || !remembered.until.isAfter(now)) {
      if (known.size() > CAPACITY) {
        known.clear();
      }
      remembered = new Known(read(tenantId), now.plus(MEMORY));
      known.put(tenantId, remembered);
    }
    return remembered.cap;
  }

  private OptionalInt read(String tenantId) {
    return identities
        .findTenant(tenantId)
        .flatMap(tenant -> identities.findPlan(tenant.planId()))
        .map(Plan::concurrency)
        .orElse(OptionalInt.empty());
  }

  private record Known(OptionalInt cap, Instant until) {}
}
