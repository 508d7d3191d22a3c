package dev.easel.web.ui.billing;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.budget.BudgetStanding;
import dev.easel.service.identity.KeyService;
import dev.easel.service.ledger.LedgerReader;
import dev.easel.service.ledger.Statements;
import dev.easel.service.plan.TenantDesk;
import dev.easel.web.ui.Texts;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the page on money shows, also after one of its forms was refused. */
@RequestScoped
public class BillingPage {

  static final String VIEW = "billing/index.html";

  private static final int MOST_BUDGETS = 200;
  private static final int MONTHS = 12;
  private static final int LATEST = 10;
  private static final Set<FailureCode> SHOWN =
      Set.of(FailureCode.INVALID_REQUEST, FailureCode.CONFLICT);

  @Inject LedgerReader ledger;
  @Inject Statements statements;
  @Inject BudgetService budgets;
  @Inject KeyService keys;
  @Inject TenantDesk tenants;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Inject Clock clock;

  /** The page after a change; what is the reader's to correct is told on it. */
  Response after(Runnable change) {
    int status = 200;
    try {
      change.run();
      models.put("done", true);
    } catch (FailureException refused) {
      if (!SHOWN.contains(refused.code())) {
        throw refused;
      }
      models.put("refusal", refused.getMessage());
      status = refused.code() == FailureCode.CONFLICT ? 409 : 400;
    }
    put();
    return Response.status(status).entity(VIEW).build();
  }

  void put() {
    Caller caller = visit.caller();
    Optional<LedgerAccount> wallet = ledger.wallet(caller);
    models.put("available", wallet.map(LedgerAccount::available).orElse(Credits.ZERO));
    models.put("held", wallet.map(LedgerAccount::held).orElse(Credits.ZERO));
    models.put("tenancy", tenants.get(caller.tenantId()));
    models.put("statements", statements.list(caller, Optional.empty(), MONTHS).items());
    models.put("entries", ledger.list(caller, latest()).items());
    putBudgets(caller);
    models.put("runsServer", caller.runsServer());
    models.put("once", UUID.randomUUID().toString());
  }

  private void putBudgets(Caller caller) {
    if (!caller.may(Scope.KEYS_MANAGE)) {
      return;
    }
    List<ApiKey> known = keys.list(caller, Optional.empty(), KeyService.MOST_USABLE).items();
    models.put("keys", known.stream().filter(key -> key.usableAt(clock.instant())).toList());
    models.put(
        "budgets",
        budgets.list(caller, Optional.empty(), MOST_BUDGETS).items().stream()
            .map(standing -> new BudgetLine(standing, subject(standing, known)))
            .toList());
  }

  /** A key's budget goes with the family: it is called after the newest of it. */
  private String subject(BudgetStanding standing, List<ApiKey> known) {
    Budget budget = standing.budget();
    if (budget.scope() == Budget.Scope.TENANT) {
      return texts.of("billing.whole");
    }
    String name =
        known.stream()
            .filter(key -> key.family().equals(budget.subjectId()))
            .findFirst()
            .map(ApiKey::name)
            .orElse(budget.subjectId());
    return texts.of("billing.of-key", name);
  }

  private static LedgerQuery latest() {
    return new LedgerQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LATEST);
  }
}
