package dev.easel.service.budget;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.time.YearMonth;

/** What is said of budgets that leave no room, or cannot be made. */
final class BudgetRefusals {

  private BudgetRefusals() {}

  static FailureException exceeded(
      Budget budget, BudgetMonth month, Credits needed, YearMonth next) {
    String scope = budget.scope().wire();
    Credits left = month.remaining(budget.monthlyCap());
    return FailureException.of(
            FailureCode.INSUFFICIENT_CREDITS,
            "The monthly budget of this %s leaves %s credits, this needs %s"
                .formatted(scope, text(left), text(needed)))
        .with("reason", "budget_exceeded")
        .with("scope", scope)
        .with("budget_id", budget.id())
        .with("monthly_cap", text(budget.monthlyCap()))
        .with("credits_required", text(needed))
        .with("credits_available", text(left))
        .with("resets_at", next + "-01T00:00:00Z");
  }

  static FailureException exists(Budget budget) {
    return FailureException.of(
            FailureCode.CONFLICT, "There is such a budget already: " + budget.id())
        .with("reason", "budget_exists")
        .with("budget_id", budget.id());
  }

  private static String text(Credits credits) {
    return credits.credits().toPlainString();
  }
}
