package dev.easel.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Days and months as they are counted and billed: those of UTC, wherever server and reader are. */
public final class Utc {

  private Utc() {}

  public static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  public static YearMonth month(Instant time) {
    return YearMonth.from(day(time));
  }

  /** Its first moment. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Its first moment. */
  public static Instant start(YearMonth month) {
    return start(month.atDay(1));
  }
}
