package dev.easel.adapter.provider.a1111;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a job may be nowhere: between the call and the node's queue, and between the end of the
 * work and the images on the shelf, which another server may be putting there.
 */
final class Patience {

  static final Duration LONGEST = Duration.ofSeconds(20);

  /** More jobs than are looked for at a time. */
  private static final int MOST = 1_000;

  private final Clock clock;
  private final Map<String, Instant> since =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  Patience(Clock clock) {
    this.clock = clock;
  }

  /** Whether a job that is nowhere to be seen is to be waited for all the same. */
  synchronized boolean lasts(String upstreamId) {
    Instant now = clock.instant();
    return since.computeIfAbsent(upstreamId, id -> now).plus(LONGEST).isAfter(now);
  }

  synchronized void seen(String upstreamId) {
    since.remove(upstreamId);
  }
}
