package dev.easel.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as clients write them: ISO 8601 with an offset, of a year that databases know. */
final class WireTime {

  private WireTime() {}

  /** Empty if it is none. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(WireTime::isStorable);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static boolean isStorable(Instant time) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999;
  }
}
