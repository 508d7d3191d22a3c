package dev.easel.adapter.persistence;

import static dev.easel.adapter.persistence.Columns.credits;
import static dev.easel.adapter.persistence.Columns.number;
import static dev.easel.adapter.persistence.Columns.time;

import dev.easel.domain.budget.Budget;
import dev.easel.domain.budget.BudgetAlert;
import dev.easel.domain.budget.BudgetHold;
import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.budget.BudgetRepository;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Budgets by JPA, their months by SQL: those are numbers that only conditional updates change. */
@ApplicationScoped
public class JpaBudgetRepository implements BudgetRepository {

  private static final String THIS_MONTH = " where budget_id = ?1 and period = ?2";

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Budget budget) {
    entities.persist(budget);
    entities.flush(); // months refer to it
  }

  @Override
  public Optional<Budget> find(String id) {
    return Optional.ofNullable(entities.find(Budget.class, id));
  }

  @Override
  public Optional<Budget> lock(String id) {
    Optional<Budget> found = find(id);
    found.ifPresent(budget -> entities.refresh(budget, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  @Override
  public List<Budget> active(String tenantId) {
    return entities
        .createQuery(
            "select b from Budget b where b.tenantId = :tenant and b.removedAt is null"
                + " order by b.scope desc, b.id",
            Budget.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  @Override
  public Page<Budget> list(String tenantId, Optional<String> after, int limit) {
    Where where =
        new Where("b").and("b.tenantId = :tenant", "tenant", tenantId).and("b.removedAt is null");
    after
        .map(id -> cursor(tenantId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<Budget> select =
        entities.createQuery(
            "select b from Budget b" + where.text() + " order by b.createdAt desc, b.id desc",
            Budget.class);
    List<Budget> rows = where.setOn(select).setMaxResults(limit + 1).getResultList();
    return Page.of(rows, limit, Budget::id);
  }

  /** Also one that was removed since: whoever reads the list goes on. */
  private Budget cursor(String tenantId, String id) {
    return find(id)
        .filter(found -> found.tenantId().equals(tenantId))
        .orElseThrow(Page::notACursor);
  }

  @Override
  public void open(String budgetId, String period) {
    sql(
            "insert into budget_period (budget_id, period, spent, held)"
                + " select cast(?1 as varchar(40)), cast(?2 as varchar(7)), 0, 0 where not exists"
                + " (select 1 from budget_period where budget_id = ?1 and period = ?2)",
            budgetId,
            period)
        .executeUpdate();
  }

  @Override
  public Optional<BudgetMonth> month(String budgetId, String period) {
    return rows(sql("select spent, held from budget_period" + THIS_MONTH, budgetId, period))
        .stream()
        .findFirst()
        .map(row -> new BudgetMonth(credits(row[0]), credits(row[1])));
  }

  @Override
  public boolean hold(BudgetHold hold) {
    int counted =
        sql(
                "update budget_period set held = held + ?3"
                    + THIS_MONTH
                    + " and spent + held + ?3 <= (select b.monthly_cap from budget b"
                    + " where b.id = ?1 and b.removed_at is null)",
                hold.budgetId(),
                hold.period(),
                hold.amount().micros())
            .executeUpdate();
    if (counted == 1) {
      sql(
              "insert into budget_hold (budget_id, period, hold_id, amount)"
                  + " values (?1, ?2, ?3, ?4)",
              hold.budgetId(),
              hold.period(),
              hold.holdId(),
              hold.amount().micros())
          .executeUpdate();
    }
    return counted == 1;
  }

  @Override
  public List<BudgetHold> holds(String holdId) {
    Query select =
        sql(
            "select h.budget_id, h.period, h.amount from budget_hold h"
                + " join budget b on b.id = h.budget_id where h.hold_id = ?1"
                + " order by b.scope desc, b.id",
            holdId);
    return rows(select).stream()
        .map(r -> new BudgetHold(holdId, (String) r[0], (String) r[1], credits(r[2])))
        .toList();
  }

  @Override
  public void lockMonth(BudgetHold hold) {
    mustBeOne(
        sql("update budget_period set held = held" + THIS_MONTH, hold.budgetId(), hold.period())
            .executeUpdate(),
        hold);
  }

  @Override
  public void settle(BudgetHold hold, Credits charge) {
    mustBeOne(
        sql(
                "update budget_period set held = held - ?3, spent = spent + ?4" + THIS_MONTH,
                hold.budgetId(),
                hold.period(),
                hold.amount().micros(),
                charge.micros())
            .executeUpdate(),
        hold);
  }

  @Override
  public void refund(BudgetHold hold, Credits amount) {
    mustBeOne(
        sql(
                "update budget_period set spent = spent - ?3" + THIS_MONTH,
                hold.budgetId(),
                hold.period(),
                amount.micros())
            .executeUpdate(),
        hold);
  }

  @Override
  public boolean alert(BudgetAlert alert) {
    return sql(
                "insert into budget_alert (budget_id, period, threshold, created_at)"
                    + " select cast(?1 as varchar(40)), cast(?2 as varchar(7)),"
                    + " cast(?3 as integer), cast(?4 as timestamp(6) with time zone)"
                    + " where not exists (select 1 from budget_alert"
                    + THIS_MONTH
                    + " and threshold = ?3)",
                alert.budgetId(),
                alert.period(),
                alert.threshold(),
                alert.at().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  @Override
  public List<BudgetAlert> alerts(String budgetId, String period) {
    Query select =
        sql(
            "select threshold, created_at from budget_alert" + THIS_MONTH + " order by threshold",
            budgetId,
            period);
    return rows(select).stream()
        .map(r -> new BudgetAlert(budgetId, period, (int) number(r[0]), time(r[1])))
        .toList();
  }

  /** Nothing it reads waits to be written, so nothing needs flushing first. */
  private Query sql(String text, Object... values) {
    Query query = entities.createNativeQuery(text).setFlushMode(FlushModeType.COMMIT);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }

  @SuppressWarnings("unchecked") // several columns are arrays
  private static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  private static void mustBeOne(int changed, BudgetHold hold) {
    if (changed != 1) {
      throw new IllegalStateException("No month " + hold.period() + " of " + hold.budgetId());
    }
  }
}
