package dev.easel.domain.budget;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import java.util.List;
import java.util.Optional;

/**
 * Budgets and their months. Every method works within the caller's transaction. Months are {@code
 * 2026-11}; their rows are changed by updates that carry their condition.
 */
public interface BudgetRepository {

  void add(Budget budget);

  Optional<Budget> find(String id);

  /** Keeps everybody else from changing the budget until the transaction ends. */
  Optional<Budget> lock(String id);

  /** Budgets of a tenant that cap something, the tenant's before the keys'. */
  List<Budget> active(String tenantId);

  /**
   * Budgets of a tenant that cap something, newest first.
   *
   * @param after cursor: the id of the last budget of the previous page
   */
  Page<Budget> list(String tenantId, Optional<String> after, int limit);

  /** Makes the row of a month if there is none. */
  void open(String budgetId, String period);

  /** Empty if the month has no row. */
  Optional<BudgetMonth> month(String budgetId, String period);

  /**
   * Counts a hold if the cap, as it stands now, leaves room for it.
   *
   * @return false, and nothing changed, if it does not, if the budget is removed, or if the month
   *     has no row
   */
  boolean hold(BudgetHold hold);

  /** Where a hold was counted, the tenant's budget first: the order in which rows are locked. */
  List<BudgetHold> holds(String holdId);

  /** Keeps everybody else from changing the month until the transaction ends. */
  void lockMonth(BudgetHold hold);

  /** Ends a hold of which {@code charge} is spent. */
  void settle(BudgetHold hold, Credits charge);

  /** Takes off what was spent where the hold was counted. */
  void refund(BudgetHold hold, Credits amount);

  /** Notes an alert; false if it was noted before. To be called with the month locked. */
  boolean alert(BudgetAlert alert);

  /** Of one month, the lowest threshold first. */
  List<BudgetAlert> alerts(String budgetId, String period);
}
