package dev.easel.service.budget;

import dev.easel.domain.budget.BudgetRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.YearMonth;

/** The transaction that makes a month's rows. */
@Stateless
public class BudgetOpening {

  @Inject BudgetRepository budgets;

  /** Opens the next month as well: at the turn no transaction has to wait for its row. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void open(String budgetId, YearMonth month) {
    budgets.open(budgetId, month.toString());
    budgets.open(budgetId, month.plusMonths(1).toString());
  }
}
