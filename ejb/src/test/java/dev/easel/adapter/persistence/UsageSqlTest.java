package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageQuery;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statement of usage reports on H2: what it reads, and that it reads it from an index. */
class UsageSqlTest {

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-21T12:00:00Z");
  private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-23T00:00:00Z");

  private static MigratedDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = new MigratedDatabase();
    database.execute(
        "insert into tenant (id, name, plan_id, vip_granted, created_at)"
            + " select 'ten_' || x, 'n', 'free', false, ? from system_range(0, 9)",
        NOON);
    database.execute(
        "insert into ledger_account (id, owner_id, kind, posted, held)"
            + " select 'acc_ten_' || x, 'ten_' || x, 'WALLET', 0, 0 from system_range(0, 9)");
    // Every tenth belongs to ten_1; hours before and after noon alike.
    database.execute(
        "insert into generation (id, tenant_id, user_id, key_id, surface, operation, model_id,"
            + " prompt, effective_prompt, width, height, image_count, steps, guidance, seed,"
            + " strength, output_format, encoding_quality, transparent, previews, status, attempt,"
            + " cancel_requested, unit_price, price_rule_id, captured, delivered, request_id,"
            + " created_at, version)"
            + " select 'gen_' || x, 'ten_' || mod(x, 10), 'usr', 'key_' || mod(x, 3), 'V2',"
            + " case mod(x, 4) when 1 then 'INPAINT' else 'TEXT_TO_IMAGE' end,"
            + " 'm' || mod(x, 7), 'p', 'p', 64, 32, 2, 1, 1, 1, 1, 'PNG', 95, false, 0,"
            + " case mod(x, 5) when 0 then 'FAILED' else 'COMPLETED' end, 1, false, 0, 'r', 0,"
            + " case mod(x, 5) when 0 then 0 else 2 end, 'req',"
            + " dateadd('MINUTE', x - 2500, cast(? as timestamp with time zone)), 1"
            + " from system_range(1, 5000)",
        NOON);
    String mine = "'acc_ten_' || mod(x, 10)";
    String revenue = "'acc_revenue'";
    book("h", "'HOLD', 'PENDING', null, null, 200, " + mine + ", " + revenue);
    book("c", "'CAPTURE', 'POST', 'trf_h' || x, null, 100, " + mine + ", " + revenue);
    book("r", "'REFUND', 'SINGLE', null, 'trf_c' || x, 30, " + revenue + ", " + mine);
    database.execute("analyze");
  }

  /** One entry for each generation that did not fail; those beyond 4000 are gone. */
  private static void book(String mark, String rest) throws SQLException {
    String sql =
        "insert into ledger_transfer (id, idempotency_key, wallet_id, generation_id, reason, actor,"
            + " created_at, kind, phase, pending_id, capture_id, amount, debit_account,"
            + " credit_account)"
            + " select 'trf_@' || x, '@:' || x, 'acc_ten_' || mod(x, 10),"
            + " case when x > 4000 then 'gone_' else 'gen_' end || x, 'r', 'a',"
            + " dateadd('MINUTE', x - 2400, cast(? as timestamp with time zone)), "
            + rest
            + " from system_range(1, 5000) where mod(x, 5) <> 0";
    database.execute(sql.replace("@", mark), NOON);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void sumsOfAnyGroupingAreThoseOfTheLedger() throws SQLException {
    String ledger =
        one(
            "select sum(case kind when 'CAPTURE' then amount else -amount end) from ledger_transfer"
                + " where wallet_id = 'acc_ten_1' and kind in ('CAPTURE', 'REFUND')"
                + " and created_at >= ?1 and created_at < ?2");

    assertThat(Long.parseLong(ledger)).isPositive();
    for (Set<Dimension> by :
        Set.of(
            EnumSet.noneOf(Dimension.class),
            EnumSet.of(Dimension.MODEL),
            EnumSet.of(Dimension.KEY, Dimension.SIZE),
            EnumSet.allOf(Dimension.class))) {
      assertThat(sum("sum(n_micros)", query(by, true))).isEqualTo(ledger);
      assertThat(sum("sum(n_micros)", query(by, false))).isEqualTo(ledger);
    }
  }

  @Test
  void countsOfAnyGroupingAreThoseOfTheGenerations() throws SQLException {
    String where =
        " from generation where tenant_id = 'ten_1' and created_at >= ?1 and created_at < ?2";
    UsageQuery query = query(EnumSet.allOf(Dimension.class), true);

    assertThat(sum("sum(n_requests)", query)).isEqualTo(one("select count(*)" + where));
    assertThat(sum("sum(n_images)", query)).isEqualTo(one("select sum(delivered)" + where));
    assertThat(sum("sum(n_failed)", query)).isEqualTo("0");
  }

  @Test
  void daysAreThoseOfUtc() throws SQLException {
    assertThat(texts(query(Set.of(), true)))
        .containsExactly(
            "" + FROM.getEpochSecond() / 86_400, "" + (FROM.getEpochSecond() / 86_400 + 1));
  }

  @Test
  void aFilterLeavesOthersOut() throws SQLException {
    assertThat(
            texts(
                query(
                    Map.of(
                        Dimension.SOURCE, Set.of("image.edit"), Dimension.SIZE, Set.of("64x32")))))
        .containsExactlyElementsOf(
            database.texts(
                "select distinct model_id from generation where tenant_id = 'ten_1'"
                    + " and operation = 'INPAINT' and created_at >= ?1 and created_at < ?2 order by 1",
                FROM.atOffset(NOON.getOffset()),
                UNTIL.atOffset(NOON.getOffset())));
    assertThat(texts(query(Map.of(Dimension.SIZE, Set.of("1x1"))))).isEmpty();
    assertThat(texts(query(Map.of(Dimension.USER, Set.of())))).isEmpty();
  }

  @Test
  void bothHalvesAreReadFromTheIndexOfOwnerAndTime() throws SQLException {
    UsageSql sql = UsageSql.of(query(EnumSet.of(Dimension.MODEL), true));

    assertThat(database.plan(sql.text(), sql.values().toArray()))
        .containsIgnoringCase("ix_generation_tenant")
        .containsIgnoringCase("ix_ledger_transfer_wallet")
        .doesNotContainIgnoringCase("tablescan");
  }

  private static UsageQuery query(Set<Dimension> by, boolean daily) {
    Optional<Duration> step = daily ? Optional.of(Duration.ofDays(1)) : Optional.empty();
    return new UsageQuery("ten_1", FROM, UNTIL, by, step, Map.of(), true, 10_000);
  }

  private static UsageQuery query(Map<Dimension, Set<String>> only) {
    Set<Dimension> by = EnumSet.of(Dimension.MODEL);
    return new UsageQuery("ten_1", FROM, UNTIL, by, Optional.empty(), only, false, 10_000);
  }

  private static List<String> texts(UsageQuery query) throws SQLException {
    UsageSql sql = UsageSql.of(query);
    return database.texts(sql.text(), sql.values().toArray());
  }

  /** Adds up a column over all rows of a report. */
  private static String sum(String column, UsageQuery query) throws SQLException {
    UsageSql sql = UsageSql.of(query);
    String named = sql.text().replace(column, column + " as added");
    return database
        .texts("select sum(added) from (" + named + ") report", sql.values().toArray())
        .get(0);
  }

  private static String one(String sql) throws SQLException {
    return database
        .texts(sql, FROM.atOffset(NOON.getOffset()), UNTIL.atOffset(NOON.getOffset()))
        .get(0);
  }
}
