package dev.easel.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How long requests took that were delivered.
 *
 * @param group what it is told of
 * @param start of the step of time, if there are steps
 * @param requests how many were measured
 * @param median from acceptance to delivery: half of them took no longer
 * @param most the same of nineteen in twenty
 * @param runningMedian from the start of the work to delivery, without waiting
 * @param runningMost the same of nineteen in twenty
 */
public record LatencyRow(
    Map<Dimension, String> group,
    Optional<Instant> start,
    long requests,
    Duration median,
    Duration most,
    Duration runningMedian,
    Duration runningMost) {

  public LatencyRow {
    group = Map.copyOf(group);
  }
}
