package dev.easel.service.budget;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetAlert;
import dev.easel.domain.budget.BudgetHold;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.budget.BudgetRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Utc;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Holds spending to the budgets there are, in the transactions that move the money: exact under
 * races and on several servers. Which budgets a tenant has is remembered for a few seconds; so late
 * a new one begins to count on other servers. Caps are never remembered.
 */
@ApplicationScoped
public class Budgets {

  private static final Duration MEMORY = Duration.ofSeconds(4);
  private static final int CAPACITY = 10_000;
  private static final List<Integer> THRESHOLDS = List.of(50, 80, 100);

  @Inject BudgetRepository budgets;
  @Inject BudgetOpening opening;
  @Inject BudgetAlerts alerts;
  @Inject Clock clock;

  private final Remembered<String, List<Budget>> known =
      new Remembered<>(() -> clock.millis(), MEMORY);
  private final Set<String> opened = ConcurrentHashMap.newKeySet();

  /**
   * Makes sure that the month has its rows, before the transaction that holds begins: within it, a
   * race for the first row would be lost by an exception.
   */
  public void prepare(Caller caller) {
    YearMonth month = month();
    of(caller)
        .filter(budget -> !opened.contains(budget.id() + month))
        .forEach(budget -> open(budget, month));
  }

  /**
   * Counts a hold against the tenant's budget, then the key's, whose rows are locked from then on.
   *
   * @throws FailureException {@code INSUFFICIENT_CREDITS} if one leaves no room for it
   */
  public void hold(Caller caller, String holdId, Credits amount) {
    String period = month().toString();
    of(caller).forEach(b -> hold(b, new BudgetHold(holdId, b.id(), period, amount)));
  }

  /** What is left by the budget that leaves the caller least; empty if none caps its spending. */
  public Optional<BudgetRoom> tightest(Caller caller) {
    String period = month().toString();
    return of(caller)
        .flatMap(remembered -> budgets.find(remembered.id()).stream())
        .filter(Budget::isActive)
        .map(budget -> room(budget, budgets.month(budget.id(), period).orElse(BudgetMonth.EMPTY)))
        .min(Comparator.comparing(BudgetRoom::left));
  }

  /** Ends a hold where it was counted; {@code charge} of it is spent. */
  public void settle(String holdId, Credits charge) {
    for (BudgetHold hold : budgets.holds(holdId)) {
      budgets.settle(hold, charge);
      if (!charge.isZero()) {
        budgets.find(hold.budgetId()).ifPresent(budget -> alert(budget, hold.period()));
      }
    }
  }

  /** To be called before the wallet is locked, when a refund is coming. */
  public void lock(String holdId) {
    budgets.holds(holdId).forEach(budgets::lockMonth);
  }

  /** Takes a refund off the month in which its hold was counted. */
  public void refund(String holdId, Credits amount) {
    budgets.holds(holdId).forEach(hold -> budgets.refund(hold, amount));
  }

  /** Lets a change of a tenant's budgets count on this server at once. */
  public void forget(String tenantId) {
    known.forget(tenantId);
  }

  /** The present month, UTC. */
  YearMonth month() {
    return Utc.month(clock.instant());
  }

  private static BudgetRoom room(Budget budget, BudgetMonth month) {
    return new BudgetRoom(budget, budget.monthlyCap().minus(month.spent()).minus(month.held()));
  }

  private Stream<Budget> of(Caller caller) {
    return ofTenant(caller.tenantId()).stream()
        .filter(budget -> budget.caps(caller.tenantId(), caller.keyFamily()));
  }

  private List<Budget> ofTenant(String tenantId) {
    return known.get(tenantId, () -> List.copyOf(budgets.active(tenantId)));
  }

  private void open(Budget budget, YearMonth month) {
    try {
      opening.open(budget.id(), month);
    } catch (RuntimeException e) {
      // Another server was faster, which is as good; anything else is not.
      if (budgets.month(budget.id(), month.toString()).isEmpty()) {
        throw e;
      }
    }
    if (opened.size() > CAPACITY) {
      opened.clear();
    }
    opened.add(budget.id() + month);
  }

  private void hold(Budget remembered, BudgetHold hold) {
    if (budgets.hold(hold)) {
      return;
    }
    Budget budget = budgets.find(remembered.id()).filter(Budget::isActive).orElse(null);
    if (budget == null) {
      return; // removed within the last seconds: it caps nothing any more
    }
    BudgetMonth month = budgets.month(budget.id(), hold.period()).orElseThrow(() -> missing(hold));
    throw BudgetRefusals.exceeded(budget, month, hold.amount(), month().plusMonths(1));
  }

  private void alert(Budget budget, String period) {
    BudgetMonth month = budgets.month(budget.id(), period).orElse(BudgetMonth.EMPTY);
    for (int threshold : THRESHOLDS) {
      BudgetAlert alert = new BudgetAlert(budget.id(), period, threshold, clock.instant());
      boolean reached = budget.isActive() && month.reached(threshold, budget.monthlyCap());
      if (reached && budgets.alert(alert)) {
        alerts.raise(alert);
      }
    }
  }

  private static IllegalStateException missing(BudgetHold hold) {
    return new IllegalStateException("No month " + hold.period() + " of " + hold.budgetId());
  }
}
