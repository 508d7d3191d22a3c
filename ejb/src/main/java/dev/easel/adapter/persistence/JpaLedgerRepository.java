package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
  public Optional<LedgerAccount> findAccount(String id) {
    return Optional.ofNullable(entities.find(LedgerAccount.class, id));
  }

  @Override
  public boolean hold(String accountId, Credits amount) {
    return entities
            .createQuery(
                "update LedgerAccount a set a.held = a.held + :amount"
                    + " where a.id = :id and a.posted - a.held >= :amount")
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
                    + " where a.id = :id")
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

  private static void mustBeOne(int changed, String accountId) {
    if (changed != 1) {
      throw new IllegalStateException("No ledger account " + accountId);
    }
  }
}
