package dev.easel.service.budget;

import dev.easel.domain.audit.Action;
import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.budget.BudgetRepository;
import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRepository;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Makes, changes and removes the budgets of a tenant. A new budget counts what is held from then
 * on, on other servers after a few seconds; a changed cap counts at once.
 */
@Stateless
public class BudgetService {

  private static final int AT_MOST = 200;

  private static final Logger LOG = Logger.getLogger(BudgetService.class.getName());

  @Inject BudgetRepository budgets;
  @Inject KeyRepository keys;
  @Inject AuditTrail audit;
  @Inject Budgets spending;
  @Inject Clock clock;

  /**
   * Caps what the tenant or, if there is a key, that key and its successors spend in a month.
   *
   * @throws FailureException {@code CONFLICT} if there is such a budget, {@code INVALID_REQUEST} if
   *     there is no such key
   */
  public BudgetStanding create(Caller caller, Optional<String> keyId, Credits cap) {
    keys.lockTenant(caller.tenantId());
    Budget budget =
        keyId
            .map(id -> Budget.ofKey(caller.tenantId(), family(caller, id), cap, clock.instant()))
            .orElseGet(() -> Budget.ofTenant(caller.tenantId(), cap, clock.instant()));
    mustBeNew(budget);
    budgets.add(budget);
    YearMonth month = spending.month();
    budgets.open(budget.id(), month.toString());
    budgets.open(budget.id(), month.plusMonths(1).toString());
    audit.note(caller, Action.BUDGET_CREATED, budget.id(), cap.credits() + " credits a month");
    LOG.info(() -> "Budget " + budget.id() + " made with key " + caller.keyId());
    return standing(budget);
  }

  /** Budgets of a tenant for who runs the server, the newest. */
  public List<BudgetStanding> standings(String tenantId) {
    return budgets.list(tenantId, Optional.empty(), AT_MOST).map(this::standing).items();
  }

  /** Budgets of the caller's tenant, newest first. */
  public Page<BudgetStanding> list(Caller caller, Optional<String> after, int limit) {
    return budgets.list(caller.tenantId(), after, limit).map(this::standing);
  }

  /**
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such budget
   */
  public BudgetStanding get(Caller caller, String id) {
    return standing(own(budgets.find(id), caller, id));
  }

  /** What caps a key of the caller's tenant, and those that follow it. */
  public Optional<BudgetStanding> ofKey(Caller caller, ApiKey key) {
    return budgets.active(caller.tenantId()).stream()
        .filter(budget -> budget.subjectId().equals(key.family()))
        .findFirst()
        .map(this::standing);
  }

  /**
   * Changes the cap, at once and on every server.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such budget
   */
  public BudgetStanding change(Caller caller, String id, Credits cap) {
    Budget budget = own(budgets.lock(id), caller, id);
    budget.capAt(cap);
    audit.note(caller, Action.BUDGET_CHANGED, id, cap.credits() + " credits a month");
    LOG.info(() -> "Budget " + id + " changed with key " + caller.keyId());
    return standing(budget);
  }

  /**
   * Removes a budget; what runs is settled in it as ever.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such budget
   */
  public void remove(Caller caller, String id) {
    own(budgets.lock(id), caller, id).remove(clock.instant());
    audit.note(caller, Action.BUDGET_REMOVED, id, "");
    LOG.info(() -> "Budget " + id + " removed with key " + caller.keyId());
  }

  private BudgetStanding standing(Budget budget) {
    YearMonth month = spending.month();
    String period = month.toString();
    return new BudgetStanding(
        budget,
        month,
        budgets.month(budget.id(), period).orElse(BudgetMonth.EMPTY),
        budgets.alerts(budget.id(), period));
  }

  private void mustBeNew(Budget budget) {
    budgets.active(budget.tenantId()).stream()
        .filter(other -> other.scope() == budget.scope())
        .filter(other -> other.subjectId().equals(budget.subjectId()))
        .findFirst()
        .ifPresent(
            other -> {
              throw BudgetRefusals.exists(other);
            });
  }

  private String family(Caller caller, String keyId) {
    return keys.find(keyId)
        .filter(key -> key.tenantId().equals(caller.tenantId()))
        .filter(key -> key.usableAt(clock.instant()))
        .map(ApiKey::family)
        .orElseThrow(() -> FailureException.invalid("key_id", "names no key in use"));
  }

  private static Budget own(Optional<Budget> budget, Caller caller, String id) {
    return budget
        .filter(found -> found.tenantId().equals(caller.tenantId()))
        .filter(Budget::isActive)
        .orElseThrow(() -> FailureException.notFound("budget", id));
  }
}
