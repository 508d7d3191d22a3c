package dev.easel.service.budget;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.shared.Credits;

/**
 * What a budget leaves of the present month.
 *
 * @param left below zero if its cap was lowered under what is used
 */
public record BudgetRoom(Budget budget, Credits left) {

  /** What would be left; negative for what is missing. */
  public Credits after(Credits amount) {
    return left.minus(amount);
  }

  /** What costs nothing is not held, so no budget refuses it. */
  public boolean refuses(Credits amount) {
    return !amount.isZero() && after(amount).isNegative();
  }
}
