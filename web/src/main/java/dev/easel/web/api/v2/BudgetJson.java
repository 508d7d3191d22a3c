package dev.easel.web.api.v2;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetAlert;
import dev.easel.service.budget.BudgetStanding;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;

/** A budget and its present month. */
final class BudgetJson {

  private BudgetJson() {}

  static JsonObjectBuilder of(BudgetStanding standing) {
    Budget budget = standing.budget();
    boolean ofKey = budget.scope() == Budget.Scope.KEY;
    return WireJson.object()
        .add("id", budget.id())
        .add("scope", budget.scope().wire())
        .add("key_id", WireJson.text(ofKey ? budget.subjectId() : null))
        .add("monthly_cap", WireJson.money(budget.monthlyCap()))
        .add("created_at", WireJson.time(budget.createdAt()))
        .add("period", period(standing));
  }

  private static JsonObjectBuilder period(BudgetStanding standing) {
    return WireJson.object()
        .add("month", standing.month().toString())
        .add("spent", WireJson.money(standing.used().spent()))
        .add("held", WireJson.money(standing.used().held()))
        .add("remaining", WireJson.money(standing.remaining()))
        .add("resets_at", WireJson.time(standing.resetsAt()))
        .add("alerts", WireJson.array(standing.alerts(), BudgetJson::alert));
  }

  private static JsonObjectBuilder alert(BudgetAlert alert) {
    return WireJson.object().add("percent", alert.threshold()).add("at", WireJson.time(alert.at()));
  }
}
