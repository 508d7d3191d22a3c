package dev.easel.domain.identity;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month of a subscription, in days of UTC. It ends on the anchor day; months with fewer days end
 * it on their last one, and the next comes back: 31 January, 28 February, 31 March.
 *
 * @param start the first day
 * @param end the first day of the next period
 */
public record BillingPeriod(LocalDate start, LocalDate end) {

  public BillingPeriod {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("A period cannot end before it starts");
    }
  }

  /** The period that begins on this day and ends on the next anchor day. */
  public static BillingPeriod from(LocalDate start, int anchorDay) {
    YearMonth month = YearMonth.from(start);
    LocalDate sameMonth = anchorIn(month, anchorDay);
    boolean ahead = sameMonth.isAfter(start);
    return new BillingPeriod(start, ahead ? sameMonth : anchorIn(month.plusMonths(1), anchorDay));
  }

  /** The period between two anchor days that this day is in. */
  public static BillingPeriod containing(LocalDate day, int anchorDay) {
    YearMonth month = YearMonth.from(day);
    LocalDate sameMonth = anchorIn(month, anchorDay);
    boolean ahead = sameMonth.isAfter(day);
    return from(ahead ? anchorIn(month.minusMonths(1), anchorDay) : sameMonth, anchorDay);
  }

  public BillingPeriod next(int anchorDay) {
    return from(end, anchorDay);
  }

  private static LocalDate anchorIn(YearMonth month, int anchorDay) {
    return month.atDay(Math.min(anchorDay, month.lengthOfMonth()));
  }
}
