package dev.easel.fake;

import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;

/** The ledger without a database, with the constraints the schema puts on it. */
public final class InMemoryLedger implements LedgerRepository {

  private final InMemoryDatabase database;

  public InMemoryLedger(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(LedgerAccount account) {
    database.add(account);
  }

  @Override
  public void add(Transfer transfer) {
    if (transfer.amount().micros() <= 0) {
      throw new PersistenceException("ck_ledger_transfer_amount");
    }
    unique(transfer, "idempotencyKey");
    unique(transfer, "pendingId");
    database.add(transfer);
  }

  @Override
  public Optional<Transfer> findTransfer(String id) {
    return database.find(Transfer.class, id);
  }

  @Override
  public Optional<LedgerAccount> findAccount(String id) {
    return database.find(LedgerAccount.class, id);
  }

  @Override
  public boolean hold(String accountId, Credits amount) {
    boolean covered = account(accountId).available().compareTo(amount) >= 0;
    if (covered) {
      move(accountId, Credits.ZERO, amount);
    }
    return covered;
  }

  @Override
  public void settle(String accountId, Credits held, Credits charge) {
    move(accountId, Credits.ZERO.minus(charge), Credits.ZERO.minus(held));
  }

  @Override
  public void post(String accountId, Credits amount) {
    move(accountId, amount, Credits.ZERO);
  }

  /** Every entry ever written, oldest first. */
  public List<Transfer> transfers() {
    return database.all(Transfer.class).toList();
  }

  /** What all holds that nothing resolved reserve. */
  public Credits unresolved() {
    List<Object> resolved = transfers().stream().map(t -> Stored.get(t, "pendingId")).toList();
    return transfers().stream()
        .filter(t -> t.phase() == Transfer.Phase.PENDING && !resolved.contains(t.id()))
        .map(Transfer::amount)
        .reduce(Credits.ZERO, Credits::plus);
  }

  public Credits sum(Transfer.Phase phase) {
    return transfers().stream()
        .filter(t -> t.phase() == phase)
        .map(Transfer::amount)
        .reduce(Credits.ZERO, Credits::plus);
  }

  private void move(String id, Credits posted, Credits held) {
    database.inTransaction(
        () -> {
          LedgerAccount account = account(id);
          Stored.set(account, "posted", account.posted().plus(posted).micros());
          Stored.set(account, "held", account.held().plus(held).micros());
        });
  }

  private LedgerAccount account(String id) {
    return findAccount(id).orElseThrow(() -> new IllegalStateException("No ledger account " + id));
  }

  private void unique(Transfer transfer, String field) {
    Object value = Stored.get(transfer, field);
    if (value != null
        && transfers().stream().anyMatch(other -> value.equals(Stored.get(other, field)))) {
      throw new PersistenceException("A transfer with this " + field + " exists: " + value);
    }
  }
}
