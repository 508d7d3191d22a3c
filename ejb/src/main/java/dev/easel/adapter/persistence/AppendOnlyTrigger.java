package dev.easel.adapter.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses to change or remove rows of a table. H2 has no triggers in SQL: the migrations name this
 * class, so it stays where it is. PostgreSQL has a function of its own.
 */
public class AppendOnlyTrigger implements Trigger {

  private static final String INTEGRITY_VIOLATION = "23001";

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    throw new SQLException(
        "Entries of the ledger are never changed or removed", INTEGRITY_VIOLATION);
  }
}
