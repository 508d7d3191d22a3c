package dev.easel.web.ui.usage;

import dev.easel.domain.shared.Utc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** Periods one can look at, in whole days, UTC. */
public enum UsagePeriod {
  WEEK("7d", 7),
  DAYS_30("30d", 30),
  DAYS_90("90d", 90),
  MONTH("month", 0),
  LAST_MONTH("last-month", 0);

  private final String wire;
  private final int days;

  UsagePeriod(String wire, int days) {
    this.wire = wire;
    this.days = days;
  }

  /** By its word in an address; 30 days for words that are none. */
  static UsagePeriod of(String word) {
    return Arrays.stream(values()).filter(p -> p.wire.equals(word)).findFirst().orElse(DAYS_30);
  }

  /** {@code 30d}. */
  public String wire() {
    return wire;
  }

  /** First day. */
  public LocalDate first(Instant now) {
    YearMonth month = Utc.month(now);
    return switch (this) {
      case MONTH -> month.atDay(1);
      case LAST_MONTH -> month.minusMonths(1).atDay(1);
      default -> Utc.day(now).minusDays(days - 1L);
    };
  }

  /** Last day, which belongs to it. */
  public LocalDate last(Instant now) {
    return this == LAST_MONTH ? Utc.month(now).minusMonths(1).atEndOfMonth() : Utc.day(now);
  }

  /** Each of its days. */
  List<LocalDate> days(Instant now) {
    return first(now).datesUntil(last(now).plusDays(1)).toList();
  }
}
