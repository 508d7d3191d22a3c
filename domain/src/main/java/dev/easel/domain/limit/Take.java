package dev.easel.domain.limit;

import java.time.Duration;
import java.util.List;

/**
 * What came of asking a bucket for one request.
 *
 * @param passed whether every rate had one left; only then anything was taken
 * @param retryAfter until all rates have one again; zero if passed
 */
public record Take(boolean passed, Duration retryAfter, List<Level> levels) {

  public static Take unlimited() {
    return new Take(true, Duration.ZERO, List.of());
  }
}
