package dev.easel.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which usage of one tenant to sum up. Requests count when they were accepted, credits when they
 * moved.
 *
 * @param until exclusive
 * @param by what gets a row of its own; with nothing there is one sum
 * @param step rows of their own for every so long a time, counted from 1970 UTC; whole seconds
 * @param only values to look at; a dimension that is absent does not filter
 * @param money whether entries of the ledger count, or requests and images alone
 * @param limit rows at most
 */
public record UsageQuery(
    String tenantId,
    Instant from,
    Instant until,
    Set<Dimension> by,
    Optional<Duration> step,
    Map<Dimension, Set<String>> only,
    boolean money,
    int limit) {

  public UsageQuery {
    by = by.isEmpty() ? EnumSet.noneOf(Dimension.class) : EnumSet.copyOf(by);
    only = Map.copyOf(only);
  }
}
