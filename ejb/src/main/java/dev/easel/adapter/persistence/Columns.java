package dev.easel.adapter.persistence;

import dev.easel.domain.shared.Credits;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads what native queries and sums hand out, in whose types databases and drivers differ. */
final class Columns {

  private Columns() {}

  /** A sum of nothing, which is null, is 0. */
  static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }

  /**
   * @param micros as {@link #number} reads them
   */
  static Credits credits(Object micros) {
    return new Credits(number(micros));
  }

  static Instant time(Object value) {
    return value instanceof Timestamp stamp
        ? stamp.toInstant()
        : ((OffsetDateTime) value).toInstant();
  }
}
