package dev.easel.slice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** A bean whose transaction is refused at its commit, after everything was written. */
@Stateless
public class LateRefusal {

  @PersistenceContext(unitName = "easel")
  EntityManager entities;

  @Resource TransactionSynchronizationRegistry transactions;

  /** Leaves the writing to the commit, as services do. */
  public void write(Object entity) {
    entities.persist(entity);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            transactions.setRollbackOnly();
          }

          @Override
          public void afterCompletion(int status) {
            // The refusal is all.
          }
        });
  }
}
