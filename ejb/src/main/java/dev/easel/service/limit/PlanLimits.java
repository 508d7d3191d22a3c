package dev.easel.service.limit;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.limit.Rate;
import dev.easel.service.identity.IdentityService;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limits of plans, remembered for a few seconds: so late an administrator's edit counts. */
@ApplicationScoped
public class PlanLimits {

  private static final Duration MEMORY = Duration.ofSeconds(4);
  private static final int READS_PER_WORK = 10;
  private static final int FEWEST_READS = 120;

  @Inject IdentityService identities;
  @Inject Clock clock;

  /** Servers between which the balancer spreads requests; each enforces its share. */
  @Inject
  @ConfigProperty(name = "easel.limits.servers", defaultValue = "1")
  int servers;

  private final Remembered<String, Limits> known = new Remembered<>(() -> clock.millis(), MEMORY);

  Limits of(Caller caller) {
    return known.get(caller.planId(), () -> limits(identities.plan(caller)));
  }

  /** This server's part of a limit, never nothing. */
  long share(long limit) {
    return Math.max(1, limit / Math.max(1, servers));
  }

  private Limits limits(Plan plan) {
    List<Rate> work = new ArrayList<>();
    List<Rate> reads = new ArrayList<>();
    plan.perMinute().ifPresent(limit -> work.add(Rate.perMinute("minute", share(limit))));
    plan.perHour().ifPresent(limit -> work.add(Rate.perHour("hour", share(limit))));
    plan.perMinute().ifPresent(limit -> reads.add(Rate.perMinute("reads", share(reads(limit)))));
    OptionalLong perDay =
        plan.perDay().isPresent()
            ? OptionalLong.of(plan.perDay().getAsInt())
            : OptionalLong.empty();
    return new Limits(List.copyOf(work), List.copyOf(reads), perDay);
  }

  private static long reads(long perMinute) {
    return Math.max(FEWEST_READS, READS_PER_WORK * perMinute);
  }
}
