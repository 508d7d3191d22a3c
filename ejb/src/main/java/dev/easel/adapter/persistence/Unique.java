package dev.easel.adapter.persistence;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SqlState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;

/** Rows of which there may be one: of two who write it at one moment the second is told so. */
final class Unique {

  private Unique() {}

  /**
   * Writes a row at once, and before it what the transaction has written so far, so that what is
   * refused is this row and nothing else.
   *
   * @param taken what to say if there is one already
   */
  static void add(EntityManager entities, Object row, Supplier<FailureException> taken) {
    entities.flush();
    entities.persist(row);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw SqlState.of(e).filter(SqlState.DUPLICATE_KEY::equals).isPresent() ? taken.get() : e;
    }
  }
}
