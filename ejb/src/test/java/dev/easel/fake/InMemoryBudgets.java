package dev.easel.fake;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetAlert;
import dev.easel.domain.budget.BudgetHold;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.budget.BudgetRepository;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Budgets without a database, with the constraints the schema puts on their months. */
public final class InMemoryBudgets implements BudgetRepository {

  private static final Comparator<Budget> NEWEST_FIRST =
      Comparator.comparing(Budget::createdAt).thenComparing(Budget::id).reversed();

  private record Month(String budgetId, String period) {}

  private final InMemoryDatabase database;
  private final Map<Month, BudgetMonth> months = new HashMap<>();
  private final List<BudgetHold> holds = new ArrayList<>();
  private final List<BudgetAlert> alerts = new ArrayList<>();

  public InMemoryBudgets(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Budget budget) {
    database.add(budget);
  }

  @Override
  public Optional<Budget> find(String id) {
    return database.find(Budget.class, id);
  }

  /** One transaction at a time, so there is nobody to keep out. */
  @Override
  public Optional<Budget> lock(String id) {
    return find(id);
  }

  @Override
  public List<Budget> active(String tenantId) {
    return database
        .all(Budget.class)
        .filter(budget -> budget.isActive() && budget.tenantId().equals(tenantId))
        .sorted(Comparator.comparing(Budget::scope))
        .toList();
  }

  @Override
  public Page<Budget> list(String tenantId, Optional<String> after, int limit) {
    Optional<Budget> last = Lists.cursor(after, this::find, b -> b.tenantId().equals(tenantId));
    return Lists.page(active(tenantId), NEWEST_FIRST, last, limit, Budget::id);
  }

  @Override
  public void open(String budgetId, String period) {
    months.putIfAbsent(new Month(budgetId, period), BudgetMonth.EMPTY);
  }

  @Override
  public Optional<BudgetMonth> month(String budgetId, String period) {
    return Optional.ofNullable(months.get(new Month(budgetId, period)));
  }

  @Override
  public boolean hold(BudgetHold hold) {
    Budget budget = find(hold.budgetId()).orElseThrow();
    boolean room =
        budget.isActive()
            && month(hold.budgetId(), hold.period())
                .filter(m -> fits(m, hold.amount(), budget.monthlyCap()))
                .isPresent();
    if (room) {
      move(hold, Credits.ZERO, hold.amount());
      holds.add(hold);
      database.onRollback(() -> holds.remove(hold));
    }
    return room;
  }

  @Override
  public List<BudgetHold> holds(String holdId) {
    return holds.stream().filter(hold -> hold.holdId().equals(holdId)).toList();
  }

  @Override
  public void lockMonth(BudgetHold hold) {}

  @Override
  public void settle(BudgetHold hold, Credits charge) {
    move(hold, charge, hold.amount().negated());
  }

  @Override
  public void refund(BudgetHold hold, Credits amount) {
    move(hold, amount.negated(), Credits.ZERO);
  }

  @Override
  public boolean alert(BudgetAlert alert) {
    boolean noted =
        alerts(alert.budgetId(), alert.period()).stream()
            .anyMatch(other -> other.threshold() == alert.threshold());
    if (!noted) {
      alerts.add(alert);
      database.onRollback(() -> alerts.remove(alert));
    }
    return !noted;
  }

  @Override
  public List<BudgetAlert> alerts(String budgetId, String period) {
    return alerts.stream()
        .filter(alert -> alert.budgetId().equals(budgetId) && alert.period().equals(period))
        .sorted(Comparator.comparing(BudgetAlert::threshold))
        .toList();
  }

  private static boolean fits(BudgetMonth month, Credits amount, Credits cap) {
    return month.spent().plus(month.held()).plus(amount).compareTo(cap) <= 0;
  }

  private void move(BudgetHold hold, Credits spent, Credits held) {
    Month key = new Month(hold.budgetId(), hold.period());
    BudgetMonth before = months.get(key);
    BudgetMonth after = new BudgetMonth(before.spent().plus(spent), before.held().plus(held));
    if (after.spent().isNegative() || after.held().isNegative()) {
      throw new PersistenceException("ck_budget_period");
    }
    months.put(key, after);
    database.onRollback(() -> months.put(key, before));
  }
}
