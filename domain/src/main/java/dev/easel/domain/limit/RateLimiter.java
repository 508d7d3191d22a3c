package dev.easel.domain.limit;

import java.util.List;

/**
 * Buckets of requests on this server, each under several rates at once. A bucket begins full; when
 * its rates change it stays as full as it was. Thread-safe: of any number of callers at one moment
 * exactly as many pass as there are requests left.
 */
public interface RateLimiter {

  /** Takes one request from all rates or from none. */
  Take take(String bucket, List<Rate> rates);

  /** What {@link #take} would meet, without taking. */
  List<Level> levels(String bucket, List<Rate> rates);

  /** Undoes one {@link #take} that passed. */
  void giveBack(String bucket);
}
