package dev.easel.service.budget;

import dev.easel.domain.budget.BudgetAlert;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was raised. */
public final class RecordingAlerts extends BudgetAlerts {

  private final List<Integer> thresholds = new ArrayList<>();

  @Override
  public void raise(BudgetAlert alert) {
    thresholds.add(alert.threshold());
  }

  public List<Integer> thresholds() {
    return thresholds;
  }
}
