package dev.easel.domain.limit;

import java.time.Duration;

/**
 * How full a rate is.
 *
 * @param remaining requests left now
 */
public record Level(Rate rate, long remaining) {

  /**
   * Until nothing is used any more, if nobody asks meanwhile; at most a request's time too long.
   */
  public Duration untilFull() {
    return rate.refilling(rate.limit() - remaining);
  }

  public boolean isUsedUp() {
    return remaining <= 0;
  }
}
