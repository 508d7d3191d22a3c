package dev.easel.domain.budget;

import dev.easel.domain.shared.Credits;

/**
 * A budget's numbers of one month.
 *
 * @param spent captured, less what was refunded
 * @param held reserved for work under way
 */
public record BudgetMonth(Credits spent, Credits held) {

  /** Of a month in which nothing happened. */
  public static final BudgetMonth EMPTY = new BudgetMonth(Credits.ZERO, Credits.ZERO);

  /** What may still be held; nothing if the cap was lowered below what is used. */
  public Credits remaining(Credits cap) {
    Credits left = cap.minus(spent).minus(held);
    return left.isNegative() ? Credits.ZERO : left;
  }

  /** Whether so many percent of the cap are spent. */
  public boolean reached(int percent, Credits cap) {
    return !spent.isZero() && spent.times(100).compareTo(cap.times(percent)) >= 0;
  }
}
