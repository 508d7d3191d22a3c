package dev.easel.service.identity;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** How much of what is scarce a tenant gets beside others, by the plan; remembered for seconds. */
@ApplicationScoped
public class Shares {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  @Inject IdentityRepository identities;
  @Inject Clock clock;

  private final Remembered<String, Integer> known = new Remembered<>(() -> clock.millis(), MEMORY);

  public double weight(String tenantId) {
    return known.get(tenantId, () -> read(tenantId));
  }

  private int read(String tenantId) {
    return identities
        .findTenant(tenantId)
        .flatMap(tenant -> identities.findPlan(tenant.planId()))
        .map(Plan::weight)
        .orElse(1);
  }
}
