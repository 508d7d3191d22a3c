package dev.easel.adapter.persistence;

import static dev.easel.adapter.persistence.Columns.credits;
import static dev.easel.adapter.persistence.Columns.number;

import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The ledger by JPA. Balances move by relative updates that carry their own condition, so that no
 * race can overdraw an account.
 */
@ApplicationScoped
public class JpaLedgerRepository implements LedgerRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(LedgerAccount account) {
    entities.persist(account);
    entities.flush(); // transfers refer to it
  }

  @Override
  public void add(Transfer transfer) {
    entities.persist(transfer);
  }

  @Override
  public Optional<Transfer> findTransfer(String id) {
    return Optional.ofNullable(entities.find(Transfer.class, id));
  }

  @Override
  public Optional<Transfer> findByKey(String idempotencyKey) {
    return entities
        .createQuery("select t from Transfer t where t.idempotencyKey = :key", Transfer.class)
        .setParameter("key", idempotencyKey)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Transfer> findResolution(String holdId) {
    return entities
        .createQuery("select t from Transfer t where t.pendingId = :hold", Transfer.class)
        .setParameter("hold", holdId)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Transfer> findTransfers(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select t from Transfer t where t.id in :ids", Transfer.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public Optional<LedgerAccount> findAccount(String id) {
    return Optional.ofNullable(entities.find(LedgerAccount.class, id));
  }

  @Override
  public void lock(String accountId) {
    LedgerAccount locked =
        entities.find(LedgerAccount.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    mustBeOne(locked == null ? 0 : 1, accountId);
    // The updates below go past it: whoever looks at the account later has to read it again.
    entities.detach(locked);
  }

  @Override
  public boolean hold(String accountId, Credits amount) {
    return entities
            .createQuery(
                "update LedgerAccount a set a.held = a.held + :amount"
                    + " where a.id = :id and a.posted - a.held >= :amount")
            // What it pays for is written once, with the hold's id, at the commit.
            .setFlushMode(FlushModeType.COMMIT)
            .setParameter("amount", amount.micros())
            .setParameter("id", accountId)
            .executeUpdate()
        == 1;
  }

  @Override
  public void settle(String accountId, Credits held, Credits charge) {
    int changed =
        entities
            .createQuery(
                "update LedgerAccount a set a.held = a.held - :held, a.posted = a.posted - :charge"
                    + " where a.id = :id and a.held >= :held")
            .setParameter("held", held.micros())
            .setParameter("charge", charge.micros())
            .setParameter("id", accountId)
            .executeUpdate();
    mustBeOne(changed, accountId);
  }

  @Override
  public void post(String accountId, Credits amount) {
    int changed =
        entities
            .createQuery(
                "update LedgerAccount a set a.posted = a.posted + :amount where a.id = :id")
            .setParameter("amount", amount.micros())
            .setParameter("id", accountId)
            .executeUpdate();
    mustBeOne(changed, accountId);
  }

  @Override
  public boolean take(String accountId, Credits amount) {
    return entities
            .createQuery(
                "update LedgerAccount a set a.posted = a.posted - :amount"
                    + " where a.id = :id and a.posted - a.held >= :amount")
            .setParameter("amount", amount.micros())
            .setParameter("id", accountId)
            .executeUpdate()
        == 1;
  }

  @Override
  public Credits refunded(String captureId) {
    Object sum =
        entities
            .createQuery("select sum(t.amount) from Transfer t where t.captureId = :capture")
            .setParameter("capture", captureId)
            .getSingleResult();
    return credits(sum);
  }

  @Override
  public Page<Transfer> list(String walletId, LedgerQuery query) {
    Where where = LedgerFilter.of(walletId, query);
    query
        .after()
        .map(id -> cursor(walletId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<Transfer> select =
        entities.createQuery(
            "select t from Transfer t"
                + where.text()
                + " order by t.walletId, t.createdAt desc, t.id desc",
            Transfer.class);
    List<Transfer> rows = where.setOn(select).setMaxResults(query.limit() + 1).getResultList();
    return Page.of(rows, query.limit(), Transfer::id);
  }

  private Transfer cursor(String walletId, String id) {
    return findTransfer(id)
        .filter(found -> found.walletId().equals(walletId))
        .orElseThrow(Page::notACursor);
  }

  @Override
  public Optional<Instant> firstEntry(String walletId) {
    return entities
        .createQuery(
            "select t from Transfer t where t.walletId = :wallet"
                + " order by t.walletId desc, t.createdAt, t.id",
            Transfer.class)
        .setParameter("wallet", walletId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(Transfer::createdAt);
  }

  @Override
  public List<KindTotal> totals(String walletId, Instant from, Instant until) {
    List<KindTotal> totals = new ArrayList<>();
    entities
        .createQuery(
            "select t.kind, t.creditAccount, sum(t.amount), count(t) from Transfer t"
                + " where t.walletId = :wallet and t.createdAt >= :from and t.createdAt < :until"
                + " group by t.kind, t.creditAccount",
            Object[].class)
        .setParameter("wallet", walletId)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList()
        .forEach(row -> total(walletId, row).ifPresent(totals::add));
    return totals;
  }

  @Override
  public List<ModelCharge> charges(String walletId, Instant from, Instant until) {
    return entities
        .createQuery(
            "select g.modelId, count(t), sum(g.delivered), sum(t.amount)"
                + " from Transfer t left join Generation g on g.id = t.generationId"
                + " where t.walletId = :wallet and t.createdAt >= :from and t.createdAt < :until"
                + " and t.kind = :capture group by g.modelId order by g.modelId",
            Object[].class)
        .setParameter("wallet", walletId)
        .setParameter("from", from)
        .setParameter("until", until)
        .setParameter("capture", EntryKind.CAPTURE)
        .getResultList()
        .stream()
        .map(JpaLedgerRepository::charge)
        .toList();
  }

  private static Optional<KindTotal> total(String walletId, Object[] row) {
    EntryKind kind = (EntryKind) row[0];
    Credits sum = credits(row[2]);
    Credits change = row[1].equals(walletId) ? sum : sum.negated();
    return kind.movesBalance()
        ? Optional.of(new KindTotal(kind, change, number(row[3])))
        : Optional.empty();
  }

  private static ModelCharge charge(Object[] row) {
    Optional<String> model = Optional.ofNullable((String) row[0]);
    return new ModelCharge(model, number(row[1]), number(row[2]), credits(row[3]));
  }

  private static void mustBeOne(int changed, String accountId) {
    if (changed != 1) {
      throw new IllegalStateException("Ledger account " + accountId + " does not allow it");
    }
  }
}
