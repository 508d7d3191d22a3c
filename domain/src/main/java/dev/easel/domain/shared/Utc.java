package dev.easel.domain.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days and months as they are counted and billed: those of UTC, wherever server and reader are. */
public final class Utc {

  /** Its days are for rows that never end, and there is a day after each before it. */
  private static final int LAST_YEAR = 9999;

  private Utc() {}

  /** The day a text such as 2030-12-31 names; empty if it names none, or none a database takes. */
  public static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() > 0 && day.getYear() < LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

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
