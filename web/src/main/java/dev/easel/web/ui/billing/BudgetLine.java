package dev.easel.web.ui.billing;

import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.shared.Credits;
import dev.easel.service.budget.BudgetStanding;

/**
 * A budget as the page shows it.
 *
 * @param subject name of what it caps
 */
public record BudgetLine(BudgetStanding standing, String subject) {

  private static final long WHOLE = 100;

  /** Spent and held together. */
  public Credits used() {
    BudgetMonth month = standing.used();
    return month.spent().plus(month.held());
  }

  /** Of the cap, 0 to 100. */
  public long percent() {
    long cap = standing.budget().monthlyCap().micros();
    if (cap == 0) {
      return WHOLE;
    }
    double share = (double) used().micros() / cap;
    return Math.max(0, Math.min(WHOLE, (long) Math.floor(share * WHOLE)));
  }
}
