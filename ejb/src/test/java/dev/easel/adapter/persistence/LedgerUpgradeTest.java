package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries written before they said what kind they are. */
class LedgerUpgradeTest {

  private static final String BEFORE = "20261122100100";
  private static final String UPGRADE = "/db/migration/V20261122100200__trace_ledger_entries.sql";

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");

  @BeforeEach
  void oldLedger() throws SQLException {
    migrate(BEFORE);
    execute("insert into ledger_account values ('acc_ten', 'ten', 'WALLET', 6, 2)");
    entry("grant", "acc_grants", "acc_ten", "SINGLE", null, "first-run");
    entry("hold1", "acc_ten", "acc_revenue", "PENDING", null, "hold:gen_1");
    entry("post", "acc_ten", "acc_revenue", "POST", "hold1", "resolve:hold1");
    entry("hold2", "acc_ten", "acc_revenue", "PENDING", null, "hold:gen_2");
    entry("void", "acc_ten", "acc_revenue", "VOID", "hold2", "resolve:hold2");
  }

  @AfterEach
  void close() throws SQLException {
    execute("shutdown");
    pool.dispose();
  }

  @Test
  void everyEntryLearnsItsKindItsWalletAndItsGeneration() throws SQLException {
    migrate("latest");

    assertThat(entries())
        .containsExactly(
            "grant GRANT acc_ten null system",
            "hold1 HOLD acc_ten gen_1 system",
            "hold2 HOLD acc_ten gen_2 system",
            "post CAPTURE acc_ten gen_1 system",
            "void RELEASE acc_ten gen_2 system");
  }

  /** H2 commits each statement by itself, so a start that was cut short runs it again. */
  @Test
  void aSecondRunChangesNothing() throws Exception {
    runUpgrade();
    List<String> once = entries();

    runUpgrade();
    migrate("latest");

    assertThat(entries()).isEqualTo(once);
  }

  private void runUpgrade() throws SQLException, IOException {
    try (InputStream script = LedgerUpgradeTest.class.getResourceAsStream(UPGRADE)) {
      execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(pool)
        .locations(SchemaMigrator.locations("H2"))
        .target(target)
        .load()
        .migrate();
  }

  private void entry(
      String id, String debit, String credit, String phase, String pending, String key)
      throws SQLException {
    execute(
        "insert into ledger_transfer (id, debit_account, credit_account, amount, phase, pending_id,"
            + " idempotency_key, reason, created_at) values ('%s', '%s', '%s', 2, '%s', %s, '%s',"
                .formatted(id, debit, credit, phase, pending == null ? null : quoted(pending), key)
            + " 'generation', current_timestamp)");
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> entries() throws SQLException {
    List<String> entries = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id || ' ' || kind || ' ' || wallet_id || ' '"
                    + " || coalesce(generation_id, 'null') || ' ' || actor"
                    + " from ledger_transfer order by id")) {
      while (row.next()) {
        entries.add(row.getString(1));
      }
    }
    return entries;
  }
}
