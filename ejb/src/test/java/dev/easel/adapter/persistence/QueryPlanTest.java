package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the repositories ask often, in the SQL their JPQL becomes, must be read from an index: H2
 * sorts a whole table without a word otherwise.
 */
class QueryPlanTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T12:00:00Z");
  private static final String ORDER = " order by tenant_id, created_at desc, id desc";
  private static final String PAGE = " offset 0 rows fetch next 21 rows only";
  private static final String GENERATIONS = "select id, prompt, status from generation where ";

  private static MigratedDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = new MigratedDatabase();
    database.execute(
        "insert into tenant (id, name, plan_id, vip_granted, created_at)"
            + " select 'ten_' || x, 'n', 'free', false, ? from system_range(0, 9)",
        NOW);
    database.execute(
        "insert into generation (id, tenant_id, user_id, surface, operation, model_id, prompt,"
            + " effective_prompt, width, height, image_count, steps, guidance, seed, strength,"
            + " output_format, encoding_quality, transparent, previews, status, attempt,"
            + " cancel_requested, unit_price, price_rule_id, captured, delivered, request_id,"
            + " request_hash, created_at, version)"
            + " select 'gen_' || x, 'ten_' || mod(x, 10), 'usr', 'V2', 'TEXT_TO_IMAGE', 'm', 'p',"
            + " 'p', 64, 64, 1, 1, 1, 1, 1, 'PNG', 95, false, 0, 'COMPLETED', 1, false, 0, 'r', 0,"
            + " 1, 'req', 'hash_' || x, dateadd('SECOND', -x, cast(? as timestamp with time zone)), 1 from system_range(1, 5000)",
        NOW);
    database.execute("analyze");
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void listsATenantsGenerationsInIndexOrder() throws SQLException {
    assertThat(
            database.plan(
                GENERATIONS + "tenant_id = ? and created_at <= ?" + ORDER + PAGE, "ten_1", NOW))
        .containsIgnoringCase("ix_generation_tenant")
        .contains("index sorted");
  }

  @Test
  void listsAWalletsEntriesInIndexOrder() throws SQLException {
    String after = "created_at < ? or (created_at = ? and id < ?)";

    assertThat(
            database.plan(
                "select id, amount from ledger_transfer where wallet_id = ? and ("
                    + after
                    + ")"
                    + " order by wallet_id, created_at desc, id desc"
                    + PAGE,
                "acc_1",
                NOW,
                NOW,
                "trf_1"))
        .containsIgnoringCase("ix_ledger_transfer_wallet")
        .contains("index sorted");
  }

  @Test
  void sumsAWalletsMonthFromItsIndex() throws SQLException {
    assertThat(
            database.plan(
                "select kind, sum(amount) from ledger_transfer where wallet_id = ?"
                    + " and created_at >= ? and created_at < ? group by kind",
                "acc_1",
                NOW,
                NOW))
        .containsIgnoringCase("ix_ledger_transfer_wallet");
  }

  @Test
  void filtersThatListInIndexOrder() throws SQLException {
    String filtered = "tenant_id = ? and status = ? and model_id = ? and created_at <= ?";

    assertThat(database.plan(GENERATIONS + filtered + ORDER + PAGE, "ten_1", "FAILED", "m", NOW))
        .containsIgnoringCase("ix_generation_tenant")
        .contains("index sorted");
  }

  @Test
  void goesOnAfterACursorInIndexOrder() throws SQLException {
    String after =
        "tenant_id = ? and created_at <= ?"
            + " and (created_at < ? or (created_at = ? and id < ?))";

    assertThat(database.plan(GENERATIONS + after + ORDER + PAGE, "ten_1", NOW, NOW, NOW, "gen_1"))
        .containsIgnoringCase("ix_generation_tenant")
        .contains("index sorted");
  }

  @Test
  void findsARetriedRequestByItsHash() throws SQLException {
    assertThat(
            database.plan(
                GENERATIONS
                    + "request_hash = ? and key_id = ? and created_at >= ?"
                    + " order by created_at desc fetch next 1 rows only",
                "hash_1",
                "key",
                NOW))
        .containsIgnoringCase("ix_generation_request_hash");
  }

  @Test
  void findsAnIdempotencyKeyByItsPrimaryKey() throws SQLException {
    assertThat(database.plan("select * from idempotency_record where id = ?", "ten_1:key"))
        .containsIgnoringCase("primary_key");
  }

  @Test
  void findsImagesByTheirGenerationAndTheirFile() throws SQLException {
    assertThat(
            database.plan(
                "select * from image where generation_id in (?, ?) and deleted_at is null"
                    + " order by generation_id, image_index",
                "gen_1",
                "gen_2"))
        .containsIgnoringCase("generation_id in(");
    assertThat(database.plan("select id from image where blob_key = ?", "k"))
        .containsIgnoringCase("ix_image_blob");
  }
}
