package dev.easel.web.api;

import static java.util.stream.Collectors.joining;

import dev.easel.domain.limit.Level;
import dev.easel.service.limit.DayQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a caller has left, as headers tell it. What is not limited is not told: clients read these
 * headers as numbers.
 *
 * @param levels of the rates that limit requests like this one
 * @param day empty if nothing limits the day
 */
public record Standing(List<Level> levels, Optional<DayQuota.Standing> day, Instant now) {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** The rate with the fewest requests left; among equals the one that takes longest to refill. */
  public Optional<Level> tightest() {
    return levels.stream()
        .min(
            Comparator.comparingLong(Level::remaining)
                .thenComparing(Level::untilFull, Comparator.reverseOrder()));
  }

  /** Seed 001 "Quota Information" and the IETF draft of RateLimit fields. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    tightest().ifPresent(level -> ofRate(level, headers));
    day.ifPresent(today -> ofDay(today, headers));
    String policy =
        Stream.concat(levels.stream().map(Standing::policy), dayPolicy()).collect(joining(", "));
    if (!policy.isEmpty()) {
      headers.put("RateLimit-Policy", policy);
      headers.put("RateLimit", left());
    }
    return headers;
  }

  private void ofRate(Level level, Map<String, String> headers) {
    long seconds = seconds(level.untilFull());
    headers.put("X-RateLimit-Limit", Long.toString(level.rate().limit()));
    headers.put("X-RateLimit-Remaining", Long.toString(level.remaining()));
    headers.put("X-RateLimit-Reset", Long.toString(now.getEpochSecond() + seconds));
    headers.put("X-RateLimit-Reset-After", Long.toString(seconds));
  }

  private static void ofDay(DayQuota.Standing today, Map<String, String> headers) {
    headers.put("X-Quota-Limit", Long.toString(today.limit()));
    headers.put("X-Quota-Remaining", Long.toString(today.remaining()));
    headers.put("X-Quota-Reset", Long.toString(today.resetsAt().getEpochSecond()));
  }

  private static String policy(Level level) {
    return "\"%s\";q=%d;w=%d"
        .formatted(level.rate().window(), level.rate().limit(), level.rate().period().toSeconds());
  }

  private Stream<String> dayPolicy() {
    return day.stream().map(today -> "\"day\";q=%d;w=%d".formatted(today.limit(), DAY));
  }

  /** Whichever has the fewest left, the day among them. */
  private String left() {
    Optional<Level> rate = tightest();
    return day.filter(today -> rate.isEmpty() || today.remaining() < rate.get().remaining())
        .map(today -> left("day", today.remaining(), Duration.between(now, today.resetsAt())))
        .orElseGet(
            () ->
                rate.map(level -> left(level.rate().window(), level.remaining(), level.untilFull()))
                    .orElseThrow());
  }

  private static String left(String window, long remaining, Duration reset) {
    return "\"%s\";r=%d;t=%d".formatted(window, remaining, seconds(reset));
  }

  private static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }
}
