package dev.easel.service.budget;

import dev.easel.domain.budget.BudgetRepository;
import dev.easel.domain.identity.KeyRepository;
import dev.easel.fake.InMemoryBudgets;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.service.audit.RecordingTrail;
import java.time.Clock;

/** Puts the budget services together for tests. */
public final class BudgetServices {

  private BudgetServices() {}

  public static Budgets none(Clock clock) {
    return of(new InMemoryBudgets(new InMemoryDatabase()), new RecordingAlerts(), clock);
  }

  public static Budgets of(BudgetRepository stored, BudgetAlerts alerts, Clock clock) {
    Budgets budgets = new Budgets();
    budgets.budgets = stored;
    budgets.opening = new BudgetOpening();
    budgets.opening.budgets = stored;
    budgets.alerts = alerts;
    budgets.clock = clock;
    return budgets;
  }

  public static BudgetService service(
      BudgetRepository stored, KeyRepository keys, Budgets spending, Clock clock) {
    BudgetService service = new BudgetService();
    service.budgets = stored;
    service.keys = keys;
    service.audit = new RecordingTrail();
    service.spending = spending;
    service.clock = clock;
    return service;
  }
}
