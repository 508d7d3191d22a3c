package dev.easel.service.usage;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.TrafficRepository;
import dev.easel.domain.usage.UsageQuery;
import dev.easel.domain.usage.UsageRepository;
import dev.easel.domain.usage.UsageRow;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sums up what a tenant used. The credits of a report are those the ledger took in its period,
 * captures minus refunds, whatever it is grouped by.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UsageReports {

  /** A leap year. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** A report that left rows out would not add up, so a longer one is refused. */
  public static final int MOST_ROWS = 10_000;

  private static final Duration DAY = Duration.ofDays(1);

  @Inject UsageRepository usage;
  @Inject TrafficRepository traffic;

  /**
   * Requests, images and credits.
   *
   * @param until exclusive, {@link #LONGEST} after {@code from} at most
   * @param daily whether each day, UTC, has rows of its own
   * @throws FailureException {@code INVALID_REQUEST} if there are more than {@link #MOST_ROWS}
   */
  public UsageReport report(
      Caller caller, Instant from, Instant until, Set<Dimension> by, boolean daily) {
    Optional<Duration> step = daily ? Optional.of(DAY) : Optional.empty();
    UsageQuery query =
        new UsageQuery(caller.tenantId(), from, until, by, step, Map.of(), true, MOST_ROWS + 1);
    return new UsageReport(from, until, rows(query));
  }

  /**
   * Requests and images alone, in steps of time.
   *
   * @param only values to look at
   * @throws FailureException {@code INVALID_REQUEST} if there are more than {@link #MOST_ROWS}
   */
  public List<UsageRow> images(
      Caller caller,
      Instant from,
      Instant until,
      Set<Dimension> by,
      Duration step,
      Map<Dimension, Set<String>> only) {
    return rows(
        new UsageQuery(
            caller.tenantId(), from, until, by, Optional.of(step), only, false, MOST_ROWS + 1));
  }

  /**
   * How long delivered requests took.
   *
   * @param until exclusive, {@link #LONGEST} after {@code from} at most
   * @param daily whether each day, UTC, has rows of its own
   */
  public List<LatencyRow> latency(
      Caller caller, Instant from, Instant until, Set<Dimension> by, boolean daily) {
    mustNotBeTooLong(from, until);
    Optional<Duration> step = daily ? Optional.of(DAY) : Optional.empty();
    return traffic.latency(
        new UsageQuery(caller.tenantId(), from, until, by, step, Map.of(), false, MOST_ROWS));
  }

  private static void mustNotBeTooLong(Instant from, Instant until) {
    if (Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("Too long: " + from + " to " + until);
    }
  }

  private List<UsageRow> rows(UsageQuery query) {
    mustNotBeTooLong(query.from(), query.until());
    List<UsageRow> rows = usage.usage(query);
    if (rows.size() > MOST_ROWS) {
      throw FailureException.invalid(
          "group_by", "gives more than " + MOST_ROWS + " rows; ask for a shorter period");
    }
    return rows;
  }
}
