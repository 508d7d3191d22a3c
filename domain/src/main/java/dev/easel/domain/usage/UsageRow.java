package dev.easel.domain.usage;

import dev.easel.domain.shared.Credits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A sum of usage.
 *
 * @param group what it is the sum of; a dimension is absent where the generations are gone
 * @param start of the step of time, if there are steps
 * @param requests accepted
 * @param images delivered by them
 * @param failed how many of the requests
 * @param cancelled how many of the requests
 * @param charge captures minus refunds; below zero where more was refunded
 */
public record UsageRow(
    Map<Dimension, String> group,
    Optional<Instant> start,
    long requests,
    long images,
    long failed,
    long cancelled,
    Credits charge) {

  /** Nothing of nothing in particular, to begin a sum with. */
  public static final UsageRow NONE =
      new UsageRow(Map.of(), Optional.empty(), 0, 0, 0, 0, Credits.ZERO);

  public UsageRow {
    group = Map.copyOf(group);
  }

  /** Both, as usage of this row's group. */
  public UsageRow plus(UsageRow other) {
    return new UsageRow(
        group,
        start,
        requests + other.requests,
        images + other.images,
        failed + other.failed,
        cancelled + other.cancelled,
        charge.plus(other.charge));
  }

  public Optional<String> of(Dimension dimension) {
    return Optional.ofNullable(group.get(dimension));
  }
}
