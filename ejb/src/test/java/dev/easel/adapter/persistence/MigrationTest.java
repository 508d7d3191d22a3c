package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real migrations on the default database, and the shipped catalogue in them. */
class MigrationTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T00:00:00Z");

  private MigratedDatabase database;

  @BeforeEach
  void open() {
    database = new MigratedDatabase();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void createsEveryTable() throws SQLException {
    assertThat(database.migrations()).isPositive();
    assertThat(
            database.texts(
                "select lower(table_name) from information_schema.tables"
                    + " where table_schema = 'PUBLIC'"))
        .contains(
            "plan",
            "tenant",
            "app_user",
            "api_key",
            "image_model",
            "model_alias",
            "model_route",
            "price_rule",
            "ledger_account",
            "ledger_transfer",
            "generation",
            "attempt",
            "image",
            "idempotency_record",
            "scheduled_tasks");
  }

  @Test
  void holdsTheWholeShippedCatalogue() throws SQLException {
    List<ShippedModel> models = ShippedModel.all();

    for (ShippedModel model : models) {
      database.insert("image_model", model.row(NOW));
      for (String alias : model.aliases()) {
        database.insert("model_alias", Map.of("alias", alias, "model_id", model.id()));
      }
      for (Map<String, Object> route : model.routes()) {
        database.insert("model_route", route);
      }
      for (Map<String, Object> price : model.prices(NOW)) {
        database.insert("price_rule", price);
      }
    }

    assertThat(database.texts("select id from image_model")).hasSameSizeAs(models);
    assertThat(
            database.texts(
                "select id from image_model m where successor_id is not null and not exists"
                    + " (select 1 from image_model s where s.id = m.successor_id)"))
        .isEmpty();
    assertThat(database.texts("select usd_micros from price_rule where model_id = 'dall-e-3'"))
        .containsExactly("40000");
  }
}
