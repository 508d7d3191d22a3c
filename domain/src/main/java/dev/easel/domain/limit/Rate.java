package dev.easel.domain.limit;

import java.time.Duration;

/**
 * So many requests in a span of time. What was used comes back steadily over the span, not at its
 * end.
 *
 * @param window how clients know it, such as {@code minute}
 * @param limit most requests at once, at least 1
 */
public record Rate(String window, long limit, Duration period) {

  public Rate {
    if (limit < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("No rate: " + limit + " in " + period);
    }
  }

  public static Rate perMinute(String window, long limit) {
    return new Rate(window, limit, Duration.ofMinutes(1));
  }

  public static Rate perHour(String window, long limit) {
    return new Rate(window, limit, Duration.ofHours(1));
  }

  /** Until so many used requests have come back, rounded up to whole nanoseconds. */
  public Duration refilling(long missing) {
    return period.multipliedBy(missing).plusNanos(limit - 1).dividedBy(limit);
  }
}
