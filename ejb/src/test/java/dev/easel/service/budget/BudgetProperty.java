package dev.easel.service.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryBudgets;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is held, settled and refunded in whatever order: beside two numbers a month. */
class BudgetProperty {

  private static final Caller ANN = new Caller("ten_ann", "u", "key_1", "pro", true);

  /** What can happen next. */
  enum Move {
    HOLD,
    SETTLE_WHOLE,
    SETTLE_HALF,
    RELEASE,
    REFUND,
    CAP,
    DAYS
  }

  /** A hold as the model sees it; spent is -1 until it ends. */
  private static final class Held {
    final String id;
    final String month;
    final long amount;
    long spent = -1;

    Held(String id, String month, long amount) {
      this.id = id;
      this.month = month;
      this.amount = amount;
    }
  }

  private final List<Held> holds = new ArrayList<>();
  private InMemoryDatabase database;
  private InMemoryBudgets stored;
  private RecordingAlerts alerts;
  private MovableClock clock;
  private Budgets budgets;
  private String id;
  private long cap;

  @BeforeTry
  void build() {
    holds.clear();
    database = new InMemoryDatabase();
    stored = new InMemoryBudgets(database);
    alerts = new RecordingAlerts();
    clock = new MovableClock();
    budgets = BudgetServices.of(stored, alerts, clock);
    cap = 1_000;
    Budget budget = Budget.ofTenant("ten_ann", new Credits(cap), clock.instant());
    id = budget.id();
    stored.add(budget);
  }

  @Property(tries = 500)
  void theMonthsAddUpAndNoCapIsPassed(
      @ForAll @Size(min = 1, max = 50) List<Move> moves,
      @ForAll @Size(50) List<@IntRange(min = 1, max = 400) Integer> picks) {
    for (int i = 0; i < moves.size(); i++) {
      play(moves.get(i), picks.get(i));
      check();
    }
  }

  private void play(Move move, int pick) {
    switch (move) {
      case HOLD -> hold(pick);
      case SETTLE_WHOLE -> some(pick, false).forEach(h -> settle(h, h.amount));
      case SETTLE_HALF -> some(pick, false).forEach(h -> settle(h, h.amount / 2));
      case RELEASE -> some(pick, false).forEach(h -> settle(h, 0));
      case REFUND -> some(pick, true).forEach(this::refund);
      case CAP -> cap(pick * 5L);
      case DAYS -> clock.pass(Duration.ofDays(pick % 20));
    }
  }

  private void hold(long amount) {
    String month = budgets.month().toString();
    boolean fits = spent(month) + held(month) + amount <= cap;
    String hold = "trf_" + holds.size();
    boolean accepted = true;
    budgets.prepare(ANN);
    try {
      database.inTransaction(() -> budgets.hold(ANN, hold, new Credits(amount)));
      holds.add(new Held(hold, month, amount));
    } catch (FailureException e) {
      assertThat(e.details()).containsEntry("reason", "budget_exceeded");
      accepted = false;
    }
    assertThat(accepted).isEqualTo(fits);
  }

  private void settle(Held held, long charge) {
    database.inTransaction(() -> budgets.settle(held.id, new Credits(charge)));
    held.spent = charge;
  }

  private void refund(Held held) {
    long amount = (held.spent + 1) / 2;
    database.inTransaction(() -> budgets.refund(held.id, new Credits(amount)));
    held.spent -= amount;
  }

  private void cap(long micros) {
    cap = micros;
    database.inTransaction(() -> stored.find(id).orElseThrow().capAt(new Credits(micros)));
  }

  private void check() {
    for (Held held : holds) {
      assertThat(stored.month(id, held.month))
          .contains(new BudgetMonth(new Credits(spent(held.month)), new Credits(held(held.month))));
    }
    Map<String, Integer> told = new TreeMap<>();
    holds.forEach(h -> told.put(h.month, stored.alerts(id, h.month).size()));
    assertThat(alerts.thresholds()).hasSize(told.values().stream().mapToInt(n -> n).sum());
  }

  private long spent(String month) {
    return holds.stream()
        .filter(h -> h.month.equals(month) && h.spent > 0)
        .mapToLong(h -> h.spent)
        .sum();
  }

  private long held(String month) {
    return holds.stream()
        .filter(h -> h.month.equals(month) && h.spent < 0)
        .mapToLong(h -> h.amount)
        .sum();
  }

  private List<Held> some(int pick, boolean ended) {
    List<Held> all = holds.stream().filter(h -> (h.spent >= 0) == ended).toList();
    return all.isEmpty() ? List.of() : List.of(all.get(pick % all.size()));
  }
}
