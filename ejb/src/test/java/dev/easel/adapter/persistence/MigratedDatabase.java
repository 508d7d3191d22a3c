package dev.easel.adapter.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** An empty H2 in memory with the real schema; gone when closed. */
public final class MigratedDatabase implements AutoCloseable {

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
  private final int migrations;

  public MigratedDatabase() {
    migrations =
        Flyway.configure()
            .dataSource(pool)
            .locations(SchemaMigrator.locations("H2"))
            .load()
            .migrate()
            .migrationsExecuted;
  }

  public DataSource dataSource() {
    return pool;
  }

  public int migrations() {
    return migrations;
  }

  public void insert(String table, Map<String, Object> row) throws SQLException {
    String marks = "?" + ", ?".repeat(row.size() - 1);
    String sql =
        "insert into %s (%s) values (%s)".formatted(table, String.join(", ", row.keySet()), marks);
    execute(sql, row.values().toArray());
  }

  public void execute(String sql, Object... parameters) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      statement.execute();
    }
  }

  /** The first column of every row, as text. */
  public List<String> texts(String sql, Object... parameters) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** How H2 would run a query. */
  public String plan(String sql, Object... parameters) throws SQLException {
    return texts("explain " + sql, parameters).get(0);
  }

  @Override
  public void close() throws SQLException {
    execute("shutdown");
    pool.dispose();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
