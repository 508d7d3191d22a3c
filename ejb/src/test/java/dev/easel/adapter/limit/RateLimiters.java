package dev.easel.adapter.limit;

import dev.easel.domain.limit.RateLimiter;

/** Limiters on a time of the test's own. */
public final class RateLimiters {

  private RateLimiters() {}

  public static RateLimiter on(MovableTime time) {
    return new Bucket4jRateLimiter(time);
  }
}
