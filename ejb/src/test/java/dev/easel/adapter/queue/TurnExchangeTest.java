package dev.easel.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.persistence.MigratedDatabase;
import dev.easel.adapter.persistence.PlainSql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reordering in the engine's queue, on H2. */
class TurnExchangeTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final TurnExchange turns = new TurnExchange();
  private MigratedDatabase database;

  @BeforeEach
  void open() throws SQLException {
    database = new MigratedDatabase();
    turns.sql = new PlainSql(database.dataSource());
    // Only the columns the exchange looks at: what else a generation has does not matter here.
    database.execute("drop table if exists generation cascade");
    database.execute(
        "create table generation (id varchar(40) primary key, tenant_id varchar(40),"
            + " status varchar(20))");
    for (int i = 0; i < 12; i++) {
      put((i % 3 == 0 ? "ann" : i % 3 == 1 ? "bob" : "cid") + "-" + (char) ('a' + i), i);
    }
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void oneGoesToTheFrontOfItsTenantsTurns() throws SQLException {
    assertThat(turns.move("ann", "ann-j", 1, NOW)).isTrue();

    assertThat(of("ann")).containsExactly("ann-j", "ann-a", "ann-d", "ann-g");
    assertThat(all()).startsWith("ann-j", "bob-b", "cid-c", "ann-a");
  }

  @Test
  void oneGoesBackToALaterPlaceOrToTheEnd() throws SQLException {
    assertThat(turns.move("bob", "bob-b", 3, NOW)).isTrue();
    assertThat(of("bob")).containsExactly("bob-e", "bob-h", "bob-b", "bob-k");

    assertThat(turns.move("bob", "bob-e", 99, NOW)).isTrue();
    assertThat(of("bob")).containsExactly("bob-h", "bob-b", "bob-k", "bob-e");
  }

  @Test
  void noMoveChangesWhoseTurnItIs() throws SQLException {
    List<String> tenants = tenants();
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      List<String> line = of("cid");
      String moved = line.get(random.nextInt(line.size()));
      int place = 1 + random.nextInt(line.size());
      assertThat(turns.move("cid", moved, place, NOW)).isTrue();

      line.remove(moved);
      line.add(place - 1, moved);
      assertThat(of("cid")).isEqualTo(line);
      assertThat(tenants()).isEqualTo(tenants);
    }
  }

  @Test
  void whatIsPickedOrDueLaterOrUnknownIsNotMoved() throws SQLException {
    database.execute("update scheduled_tasks set picked = true where task_instance = 'ann-d'");

    assertThat(turns.move("ann", "ann-d", 1, NOW)).isFalse();
    assertThat(turns.move("ann", "ann-x", 1, NOW)).isFalse();
    assertThat(turns.move("ann", "ann-j", 1, NOW.minusSeconds(99_995))).isFalse();
    assertThat(turns.move("ann", "ann-j", 1, NOW)).isTrue();
    assertThat(of("ann")).containsExactly("ann-j", "ann-d", "ann-a", "ann-g");
  }

  private void put(String id, int second) throws SQLException {
    database.execute(
        "insert into generation values ('" + id + "', '" + id.substring(0, 3) + "', 'QUEUED')");
    database.execute(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
            + " priority) values ('render', '"
            + id
            + "', timestamp with time zone '"
            + NOW.minusSeconds(100_000 - second)
                .atOffset(ZoneOffset.UTC)
                .toString()
                .replace("T", " ")
            + "', false, 1, "
            + DbSchedulerQueue.INTERACTIVE
            + ")");
  }

  private List<String> all() throws SQLException {
    return database.texts("select task_instance from scheduled_tasks order by execution_time");
  }

  private List<String> of(String tenant) throws SQLException {
    return new ArrayList<>(all().stream().filter(id -> id.startsWith(tenant)).toList());
  }

  private List<String> tenants() throws SQLException {
    return all().stream().map(id -> id.substring(0, 3)).toList();
  }
}
