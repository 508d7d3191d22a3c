package dev.easel.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Months of a subscription, whatever the day it began. */
class BillingPeriodProperty {

  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final int DAYS = 3000;

  @Example
  void theLastDayOfAMonthComesBackAfterAShortOne() {
    BillingPeriod january = BillingPeriod.from(LocalDate.parse("2026-01-31"), 31);
    BillingPeriod february = january.next(31);

    assertThat(january.end()).isEqualTo("2026-02-28");
    assertThat(february.end()).isEqualTo("2026-03-31");
    assertThat(february.next(31).end()).isEqualTo("2026-04-30");
  }

  @Example
  void aLeapYearsFebruaryHasItsLastDay() {
    assertThat(BillingPeriod.from(LocalDate.parse("2028-01-30"), 30).end()).isEqualTo("2028-02-29");
  }

  @Property
  void everyMonthHasExactlyOneStart(
      @ForAll @LongRange(max = DAYS) long offset, @ForAll @IntRange(min = 1, max = 40) int months) {
    LocalDate start = FIRST.plusDays(offset);
    int anchor = start.getDayOfMonth();
    BillingPeriod period = BillingPeriod.from(start, anchor);
    for (int i = 0; i < months; i++) {
      YearMonth month = YearMonth.from(start).plusMonths(i);
      assertThat(period.start())
          .isEqualTo(month.atDay(Math.min(anchor, month.lengthOfMonth())))
          .isEqualTo(start.plusMonths(i));
      assertThat(ChronoUnit.DAYS.between(period.start(), period.end())).isBetween(28L, 31L);
      period = period.next(anchor);
    }
  }

  @Property
  void aDayIsInExactlyOnePeriod(
      @ForAll @LongRange(max = DAYS) long offset, @ForAll @IntRange(min = 1, max = 31) int anchor) {
    LocalDate day = FIRST.plusDays(offset);

    BillingPeriod period = BillingPeriod.containing(day, anchor);

    assertThat(period.start()).isBeforeOrEqualTo(day);
    assertThat(period.end()).isAfter(day);
    assertThat(BillingPeriod.containing(period.end(), anchor)).isEqualTo(period.next(anchor));
  }

  /** A subscription adopted in the middle of a month comes back to its anchor. */
  @Property
  void whereverItStartsItEndsOnTheAnchor(
      @ForAll @LongRange(max = DAYS) long offset, @ForAll @IntRange(min = 1, max = 31) int anchor) {
    LocalDate day = FIRST.plusDays(offset);

    LocalDate end = BillingPeriod.from(day, anchor).end();

    assertThat(end).isAfter(day).isBeforeOrEqualTo(day.plusDays(31));
    assertThat(end.getDayOfMonth()).isEqualTo(Math.min(anchor, end.lengthOfMonth()));
  }
}
