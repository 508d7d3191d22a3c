package dev.easel.service.budget;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetAlert;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Utc;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** A budget and its present month. */
public record BudgetStanding(
    Budget budget, YearMonth month, BudgetMonth used, List<BudgetAlert> alerts) {

  public Credits remaining() {
    return used.remaining(budget.monthlyCap());
  }

  /** When the next month begins. */
  public Instant resetsAt() {
    return Utc.start(month.plusMonths(1));
  }
}
