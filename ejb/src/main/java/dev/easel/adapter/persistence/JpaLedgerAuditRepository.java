package dev.easel.adapter.persistence;

import static dev.easel.adapter.persistence.Columns.number;

import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.ledger.audit.Discrepancy;
import dev.easel.domain.ledger.audit.GenerationTally;
import dev.easel.domain.ledger.audit.IdRange;
import dev.easel.domain.ledger.audit.LedgerAuditRepository;
import dev.easel.domain.ledger.audit.LedgerFinding;
import dev.easel.domain.ledger.audit.WalletTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tallies by SQL: the database adds up, the domain judges. */
@ApplicationScoped
public class JpaLedgerAuditRepository implements LedgerAuditRepository {

  /** Enough to see what went wrong; the rest is more of the same. */
  private static final int MOST_PER_CHECK = 100;

  private static final String EFFECT =
      """
      coalesce(sum(case
        when t.kind in ('HOLD', 'RELEASE') then 0
        when t.credit_account = t.wallet_id then t.amount
        else -t.amount end), 0)""";

  private static final String WALLETS =
      """
      select a.id, a.posted, a.held, %s,
        coalesce(sum(case
          when t.kind = 'HOLD' then t.amount
          when h.id is not null then -h.amount
          else 0 end), 0)
      from ledger_account a
      left join ledger_transfer t on t.wallet_id = a.id
      left join ledger_transfer h on h.id = t.pending_id
      where a.kind = 'WALLET' and %s
      group by a.id, a.posted, a.held
      order by a.id""";

  private static final String GENERATIONS =
      """
      select g.id, g.status, g.unit_price, g.delivered, g.captured, g.refunded, g.hold_id,
        count(case when t.kind = 'HOLD' then 1 end),
        count(case when t.kind = 'CAPTURE' then 1 end),
        coalesce(sum(case when t.kind = 'CAPTURE' then t.amount end), 0),
        count(case when t.kind = 'RELEASE' then 1 end),
        coalesce(sum(case when t.kind = 'REFUND' then t.amount end), 0)
      from generation g left join ledger_transfer t on t.generation_id = g.id
      where %s
      group by g.id, g.status, g.unit_price, g.delivered, g.captured, g.refunded, g.hold_id
      order by g.id""";

  private static final String RESOLUTIONS =
      """
      select r.id, h.amount, r.amount from ledger_transfer r
      join ledger_transfer h on h.id = r.pending_id
      where %s and (h.phase <> 'PENDING' or r.wallet_id <> h.wallet_id or r.amount > h.amount
        or (r.phase = 'VOID' and r.amount <> h.amount))""";

  private static final String RESOLVED_AGAIN =
      """
      select t.pending_id, 1, count(*) from ledger_transfer t
      where %s and t.pending_id is not null group by t.pending_id having count(*) > 1""";

  private static final String REFUNDS =
      """
      select c.id, c.amount, sum(t.amount) from ledger_transfer t
      join ledger_transfer c on c.id = t.capture_id
      where %s group by c.id, c.amount having sum(t.amount) > c.amount""";

  private static final String LOST_HOLDS =
      """
      select t.id, 0, t.amount from ledger_transfer t
      where %s and t.kind = 'HOLD'
        and not exists (select 1 from generation g where g.id = t.generation_id)
        and not exists (select 1 from ledger_transfer r where r.pending_id = t.id)""";

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public Optional<String> walletAfter(String id, int count) {
    return after("ledger_account where kind = 'WALLET' and", id, count);
  }

  @Override
  public Optional<String> generationAfter(String id, int count) {
    return after("generation where", id, count);
  }

  private Optional<String> after(String from, String id, int count) {
    List<?> found =
        entities
            .createNativeQuery("select id from " + from + " id > ?1 order by id")
            .setParameter(1, id)
            .setFirstResult(count - 1)
            .setMaxResults(1)
            .getResultList();
    return found.stream().map(String.class::cast).findFirst();
  }

  @Override
  public List<WalletTally> wallets(IdRange range) {
    return rows(WALLETS.formatted(EFFECT, within("a.id", range)), range).stream()
        .map(JpaLedgerAuditRepository::wallet)
        .toList();
  }

  @Override
  public Optional<WalletTally> wallet(String id) {
    return row(WALLETS.formatted(EFFECT, "a.id = ?1"), id).map(JpaLedgerAuditRepository::wallet);
  }

  @Override
  public List<GenerationTally> generations(IdRange range) {
    return rows(GENERATIONS.formatted(within("g.id", range)), range).stream()
        .map(JpaLedgerAuditRepository::generation)
        .toList();
  }

  @Override
  public Optional<GenerationTally> generation(String id) {
    return row(GENERATIONS.formatted("g.id = ?1"), id).map(JpaLedgerAuditRepository::generation);
  }

  @Override
  public List<Discrepancy> entries(IdRange wallets) {
    List<Discrepancy> all = new ArrayList<>();
    all.addAll(judged("hold_exceeded", RESOLUTIONS, "r.wallet_id", wallets));
    all.addAll(judged("hold_ended_twice", RESOLVED_AGAIN, "t.wallet_id", wallets));
    all.addAll(judged("refunds_exceed_capture", REFUNDS, "t.wallet_id", wallets));
    all.addAll(judged("hold_without_generation", LOST_HOLDS, "t.wallet_id", wallets));
    return all;
  }

  private List<Discrepancy> judged(String check, String sql, String column, IdRange range) {
    return rows(sql.formatted(within(column, range)), range).stream()
        .limit(MOST_PER_CHECK)
        .map(row -> new Discrepancy(check, (String) row[0], text(row[1]), text(row[2])))
        .toList();
  }

  @Override
  public List<Discrepancy> trialBalance() {
    String sql =
        "select (select coalesce(sum(posted), 0) from ledger_account where kind = 'WALLET'),"
            + " (select coalesce(sum(abs(posted) + held), 0) from ledger_account"
            + " where kind <> 'WALLET'), (select "
            + EFFECT
            + " from ledger_transfer t)";
    Object[] sums = (Object[]) entities.createNativeQuery(sql).getSingleResult();
    List<Discrepancy> all = new ArrayList<>();
    if (number(sums[0]) != number(sums[2])) {
      all.add(new Discrepancy("trial_balance", "all wallets", text(sums[2]), text(sums[0])));
    }
    if (number(sums[1]) != 0) {
      all.add(new Discrepancy("platform_balance", "platform accounts", "0", text(sums[1])));
    }
    return all;
  }

  @Override
  public void restore(WalletTally tally) {
    entities
        .createQuery(
            "update LedgerAccount a set a.posted = :posted, a.held = :held where a.id = :id")
        .setParameter("posted", tally.postedByEntries())
        .setParameter("held", tally.heldByEntries())
        .setParameter("id", tally.walletId())
        .executeUpdate();
  }

  @Override
  public void add(LedgerFinding finding) {
    entities.persist(finding);
  }

  @Override
  public List<LedgerFinding> findings(String runId, int limit) {
    return entities
        .createQuery(
            "select f from LedgerFinding f where f.runId = :run order by f.check, f.subject",
            LedgerFinding.class)
        .setParameter("run", runId)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public long countFindings(String runId) {
    return entities
        .createQuery("select count(f) from LedgerFinding f where f.runId = :run", Long.class)
        .setParameter("run", runId)
        .getSingleResult();
  }

  private static WalletTally wallet(Object[] r) {
    return new WalletTally((String) r[0], number(r[1]), number(r[2]), number(r[3]), number(r[4]));
  }

  private static GenerationTally generation(Object[] r) {
    return new GenerationTally(
        (String) r[0],
        GenerationStatus.valueOf((String) r[1]),
        number(r[2]) > 0 && number(r[3]) > 0,
        number(r[4]),
        number(r[5]),
        r[6] != null,
        new GenerationTally.Entries(
            number(r[7]), number(r[8]), number(r[9]), number(r[10]), number(r[11])));
  }

  private static String within(String column, IdRange range) {
    return column + " > ?1" + (range.upTo().isEmpty() ? "" : " and " + column + " <= ?2");
  }

  private List<Object[]> rows(String sql, IdRange range) {
    Query select = entities.createNativeQuery(sql).setParameter(1, range.after());
    if (!range.upTo().isEmpty()) {
      select.setParameter(2, range.upTo());
    }
    return rows(select);
  }

  private Optional<Object[]> row(String sql, String id) {
    return rows(entities.createNativeQuery(sql).setParameter(1, id)).stream().findFirst();
  }

  private static List<Object[]> rows(Query select) {
    List<?> rows = select.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private static String text(Object number) {
    return Long.toString(number(number));
  }
}
