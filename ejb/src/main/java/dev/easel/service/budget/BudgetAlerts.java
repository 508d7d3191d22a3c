package dev.easel.service.budget;

import dev.easel.domain.budget.BudgetAlert;
import dev.easel.service.health.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Tells of budgets that fill, once it is committed that they did. */
@ApplicationScoped
public class BudgetAlerts {

  private static final Logger LOG = Logger.getLogger(BudgetAlerts.class.getName());

  @Inject Event<BudgetAlert> raised;
  @Inject Meters meters;

  /** To be told if the transaction under way commits. */
  public void raise(BudgetAlert alert) {
    raised.fire(alert);
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) BudgetAlert alert) {
    meters.budgetReached(alert.threshold());
    LOG.warning(
        () ->
            "Budget "
                + alert.budgetId()
                + ": "
                + alert.threshold()
                + " % of "
                + alert.period()
                + " are spent");
  }
}
