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

/** Prices of the time when each operation had versions of its own. */
class PriceUpgradeTest {

  private static final String BEFORE = "20261122110000";
  private static final String UPGRADE = "/db/migration/V20261122140000__price_lists.sql";

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");

  @BeforeEach
  void oldPrices() throws SQLException {
    migrate(BEFORE);
    execute(
        "insert into image_model (id, name, description, version, owner, model_type, capabilities,"
            + " lifecycle, vip_required, only_listed_sizes, min_edge, max_edge, edge_multiple,"
            + " default_size, max_outputs, max_prompt_length, min_steps, max_steps, default_steps,"
            + " min_guidance, max_guidance, default_guidance, source_type, created_at)"
            + " values ('m', 'm', 'm', '1', 'o', 't', 'TEXT_TO_IMAGE', 'ACTIVE', false, false, 64,"
            + " 2048, 8, '64x64', 4, 1000, 1, 50, 30, 1, 20, 7, 'X', current_timestamp)");
    price("*", 1, 10);
    price("INPAINTING", 1, 30);
    price("*", 2, 20);
  }

  @AfterEach
  void close() throws SQLException {
    execute("shutdown");
    pool.dispose();
  }

  @Test
  void whatCountedStillCountsAndWholeVersionsAreMadeOfIt() throws Exception {
    migrate("latest");

    assertUpgraded();
  }

  /** H2 commits each statement by itself, so a start that was cut short runs it again. */
  @Test
  void aSecondRunChangesNothing() throws Exception {
    runUpgrade();
    runUpgrade();
    migrate("latest");

    assertUpgraded();
  }

  @Test
  void manyRulesOfOneOperationFitIntoAVersion() throws SQLException {
    migrate("latest");

    execute(
        "insert into price_rule (id, model_id, operation, rule_version, usd_micros, max_pixels,"
            + " created_at) values ('m:2:9', 'm', '*', 2, 5, 100, current_timestamp)");

    assertThat(texts("select id from price_rule where rule_version = 2")).hasSize(3);
  }

  private void assertUpgraded() throws SQLException {
    assertThat(
            texts(
                "select operation || ' ' || usd_micros || ' ' || from_count from price_rule"
                    + " where rule_version = 2 order by 1"))
        .containsExactly("* 20 1", "INPAINTING 30 1");
    assertThat(texts("select id || ' ' || list_version from price_list order by 1"))
        .containsExactly("m:1 1", "m:2 2");
  }

  private void runUpgrade() throws SQLException, IOException {
    try (InputStream script = PriceUpgradeTest.class.getResourceAsStream(UPGRADE)) {
      execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void price(String operation, int version, long usdMicros) throws SQLException {
    execute(
        "insert into price_rule (id, model_id, operation, rule_version, usd_micros, created_at)"
            + " values ('m:%s:%d', 'm', '%s', %d, %d, current_timestamp)"
                .formatted(operation, version, operation, version, usdMicros));
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(pool)
        .locations(SchemaMigrator.locations("H2"))
        .target(target)
        .load()
        .migrate();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
