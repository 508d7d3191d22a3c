package dev.easel.adapter.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * One statement at a time, on the connection of the caller's transaction if there is one. It is
 * JPA's own: Payara takes another one out of the pool for whoever asks the data source while JPA
 * uses the first, and with all of them waiting for a row this one has locked there is none left.
 */
@ApplicationScoped
public class Sql {

  @PersistenceContext(unitName = "easel")
  EntityManager entities;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Resource TransactionSynchronizationRegistry transactions;

  /** Makes something of the row it stands on. */
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  /**
   * @return rows changed
   * @throws IllegalStateException if the database refuses
   */
  public int update(String text, Object... values) {
    return run(PreparedStatement::executeUpdate, text, values);
  }

  /**
   * @throws IllegalStateException if the database refuses
   */
  public <T> List<T> list(Reading<T> reading, String text, Object... values) {
    return run(statement -> all(reading, statement), text, values);
  }

  /**
   * Null outside of a transaction. The transaction is asked for and not the entity manager: without
   * one, Payara may hand out an entity manager that another thread has closed.
   */
  Connection ofTransaction() {
    int status = transactions.getTransactionStatus();
    boolean under = status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    return under ? entities.unwrap(Connection.class) : null;
  }

  private <T> T run(Work<T> work, String text, Object... values) {
    Connection shared = ofTransaction();
    try {
      if (shared != null) {
        return run(work, shared, text, values);
      }
      try (Connection own = dataSource.getConnection()) {
        return run(work, own, text, values);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T run(Work<T> work, Connection connection, String text, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, text, values)) {
      return work.on(statement);
    }
  }

  private static <T> List<T> all(Reading<T> reading, PreparedStatement statement)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(reading.of(rows));
      }
      return list;
    }
  }

  private static PreparedStatement prepared(Connection connection, String text, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
    return statement;
  }
}
