package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
            "price_list",
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
  void refusesToChangeOrRemoveAnEntry() throws SQLException {
    database.insert("ledger_transfer", grant());

    for (String change :
        List.of(
            "update ledger_transfer set amount = 2",
            "update ledger_transfer set reason = reason",
            "delete from ledger_transfer",
            "truncate table ledger_transfer")) {
      assertThatThrownBy(() -> database.execute(change)).isInstanceOf(SQLException.class);
    }

    assertThat(database.texts("select amount from ledger_transfer")).containsExactly("1");
  }

  @Test
  void refusesEntriesThatDoNotAddUp() {
    assertRefused("ck_ledger_transfer_kind", "kind", "CAPTURE");
    assertRefused("ck_ledger_transfer_kind", "kind", "GIFT");
    assertRefused("ck_ledger_transfer_wallet", "wallet_id", "acc_top_ups");
    assertRefused("ck_ledger_transfer_capture", "kind", "REFUND");
    assertRefused("ck_ledger_transfer_amount", "amount", 0);
    assertRefused("ck_ledger_transfer_sides", "debit_account", "acc_revenue");
  }

  private void assertRefused(String constraint, String column, Object value) {
    Map<String, Object> row = new HashMap<>(grant());
    row.put(column, value);
    assertThatThrownBy(() -> database.insert("ledger_transfer", row))
        .as("%s = %s", column, value)
        .hasMessageContaining(constraint.toUpperCase(Locale.ROOT));
  }

  /** The platform's accounts serve as both sides, for there is no wallet yet. */
  private static Map<String, Object> grant() {
    Map<String, Object> row = new HashMap<>();
    row.put("id", "trf_1");
    row.put("kind", "GRANT");
    row.put("wallet_id", "acc_revenue");
    row.put("debit_account", "acc_grants");
    row.put("credit_account", "acc_revenue");
    row.put("amount", 1);
    row.put("phase", "SINGLE");
    row.put("idempotency_key", "key");
    row.put("reason", "test");
    row.put("actor", "system");
    row.put("created_at", NOW);
    return row;
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
      for (Map<String, Object> list : model.priceLists(NOW)) {
        database.insert("price_list", list);
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
