package dev.easel.service.limit;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.limit.QuotaRepository;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Utc;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generations accepted per tenant and UTC day: exact under races, on several servers and over
 * restarts, because the accepting transaction counts. What is told in headers comes from memory and
 * may lag behind other servers for a few seconds.
 */
@ApplicationScoped
public class DayQuota {

  private static final Duration MEMORY = Duration.ofSeconds(5);
  private static final int CAPACITY = 10_000;

  @Inject QuotaRepository quotas;
  @Inject DayOpening opening;
  @Inject PlanLimits plans;
  @Inject Patience patience;
  @Inject Clock clock;

  private final Map<String, LocalDate> opened = new ConcurrentHashMap<>();
  private final Remembered<String, Counted> counted =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /**
   * Makes sure that the day has a row, before the accepting transaction begins: within it, the
   * second connection this takes could be one that other waiting transactions hold.
   */
  public void prepare(Caller caller) {
    LocalDate today = today();
    if (plans.of(caller).perDay().isPresent() && !today.equals(opened.get(caller.tenantId()))) {
      if (opened.size() > CAPACITY) {
        opened.clear();
      }
      // One at a time per tenant: the others would only wait for the same row.
      opened.compute(
          caller.tenantId(), (tenant, day) -> today.equals(day) ? day : open(tenant, today));
    }
  }

  /**
   * Counts within the transaction under way, which holds the tenant's row from now on.
   *
   * @throws FailureException {@code RATE_LIMITED} if the day's limit does not allow so many
   */
  public void use(Caller caller, int generations) {
    OptionalLong limit = plans.of(caller).perDay();
    if (limit.isEmpty()) {
      return;
    }
    String tenant = caller.tenantId();
    LocalDate today = today();
    boolean passed = quotas.use(tenant, today, generations, limit.getAsLong());
    if (!passed && quotas.used(tenant, today).isEmpty()) {
      open(tenant, today);
      passed = quotas.use(tenant, today, generations, limit.getAsLong());
    }
    if (!passed) {
      counted.forget(tenant);
      throw patience.refusal("day", limit.getAsLong(), untilMidnight());
    }
  }

  /** To be told once the transaction that used them has committed. */
  public void used(Caller caller, int generations) {
    counted.get(caller.tenantId()).ifPresent(count -> count.used.addAndGet(generations));
  }

  /** Empty if the plan has no limit per day. */
  public Optional<Standing> standing(Caller caller) {
    OptionalLong limit = plans.of(caller).perDay();
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    long left = Math.max(0, limit.getAsLong() - count(caller.tenantId()));
    return Optional.of(new Standing(limit.getAsLong(), left, midnight()));
  }

  private long count(String tenant) {
    LocalDate today = today();
    return counted
        .get(tenant)
        .filter(known -> known.day.equals(today))
        .orElseGet(() -> read(tenant, today))
        .used
        .get();
  }

  private Counted read(String tenant, LocalDate today) {
    long used = quotas.used(tenant, today).orElse(0);
    Counted read = new Counted(today, new AtomicLong(used));
    counted.put(tenant, read);
    return read;
  }

  /** A race with another server for the first row of the day is lost by an exception. */
  private LocalDate open(String tenant, LocalDate today) {
    try {
      opening.open(tenant, today);
    } catch (RuntimeException e) {
      if (quotas.used(tenant, today).isEmpty()) {
        throw e;
      }
    }
    return today;
  }

  private LocalDate today() {
    return Utc.day(clock.instant());
  }

  private Instant midnight() {
    return Utc.start(today().plusDays(1));
  }

  private Duration untilMidnight() {
    return Duration.between(clock.instant(), midnight());
  }

  /**
   * The day so far.
   *
   * @param resetsAt when the next day begins
   */
  public record Standing(long limit, long remaining, Instant resetsAt) {}

  private record Counted(LocalDate day, AtomicLong used) {}
}
