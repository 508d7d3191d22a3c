package dev.easel.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.adapter.persistence.MigratedDatabase;
import dev.easel.adapter.persistence.PlainSql;
import dev.easel.domain.generation.Parked;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The waiting room, the slots and the way back into the queue, on H2. */
class SqlWaitingRoomTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SqlWaitingRoom room = new SqlWaitingRoom();
  private final SqlTenantSlots slots = new SqlTenantSlots();
  private final DbSchedulerQueue queue = new DbSchedulerQueue();
  private MigratedDatabase database;

  @BeforeEach
  void open() {
    database = new MigratedDatabase();
    room.sql = new PlainSql(database.dataSource());
    slots.sql = new PlainSql(database.dataSource());
    queue.sql = new PlainSql(database.dataSource());
    queue.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void tellsWhoseTurnIsNextByAgeThenById() {
    room.enter(parked("c", "ann", 1));
    room.enter(parked("b", "ann", 1));
    room.enter(parked("a", "ann", 2));
    room.enter(parked("x", "bob", 0));

    assertThat(room.first("ann", "interactive", 2))
        .containsExactly(parked("b", "ann", 1), parked("c", "ann", 1));
    assertThat(room.first("ann", "batch", 2)).isEmpty();
    assertThat(room.ahead(parked("b", "ann", 1), 10)).isZero();
    assertThat(room.ahead(parked("c", "ann", 1), 10)).isEqualTo(1);
    assertThat(room.ahead(parked("a", "ann", 2), 10)).isEqualTo(2);
    assertThat(room.ahead(parked("a", "ann", 2), 1)).isEqualTo(1);
  }

  @Test
  void oneThatWaitsKeepsItsPlaceUntilItLeaves() {
    room.enter(parked("a", "ann", 1));
    room.enter(parked("a", "ann", 2));
    assertThat(room.find("a")).contains(parked("a", "ann", 1));

    room.leave("a");
    room.leave("a");

    assertThat(room.find("a")).isEmpty();
    assertThat(room.isEmpty("ann")).isTrue();
  }

  @Test
  void goesThroughTheTenantsOfWhomSomethingWaits() {
    room.enter(parked("a", "ten_2", 1));
    room.enter(parked("b", "ten_1", 1));
    room.enter(parked("c", "ten_2", 1));

    assertThat(room.tenantAfter("")).contains("ten_1");
    assertThat(room.tenantAfter("ten_1")).contains("ten_2");
    assertThat(room.tenantAfter("ten_2")).isEmpty();
    assertThat(room.isEmpty("ten_1")).isFalse();
    assertThat(room.isEmpty("ten_3")).isTrue();
  }

  @Test
  void readsALineOfAnyLengthByItsIndexInOrder() throws SQLException {
    String plan =
        database.plan(
            "select generation_id from waiting where tenant_id = ? and lane = ?"
                + " order by tenant_id, lane, placed_at, generation_id fetch first 2 rows only",
            "ann",
            "interactive");

    assertThat(plan).contains("IX_WAITING_PLACE").contains("index sorted");
  }

  @Test
  void putsBackByAgeWhatHasLeftTheQueue() throws SQLException {
    assertThat(queue.putBack("a", NOW.minusSeconds(60))).isTrue();
    assertThat(queue.putBack("a", NOW)).isFalse();
    database.execute("update scheduled_tasks set picked = true");
    assertThat(queue.putBack("a", NOW)).isFalse();

    assertThat(
            database.texts(
                "select task_instance from scheduled_tasks where task_name = 'render'"
                    + " and priority = ? and execution_time = ?",
                DbSchedulerQueue.INTERACTIVE,
                NOW.minusSeconds(60).atOffset(ZoneOffset.UTC)))
        .containsExactly("a");
  }

  @Test
  void whatWaitsAnywhereCountsAsDepth() {
    queue.putBack("a", NOW);
    room.enter(parked("b", "ann", 1));
    room.enter(parked("c", "ann", 1));

    assertThat(queue.due(10)).isEqualTo(1);
    assertThat(queue.depth(10)).isEqualTo(3);
    assertThat(queue.depth(2)).isEqualTo(2);
  }

  @Test
  void aTenantHasOneGate() {
    assertThat(slots.lock("ann")).isFalse();
    slots.open("ann");
    slots.open("ann");
    assertThat(slots.lock("ann")).isTrue();
    assertThat(slots.lock("bob")).isFalse();
  }

  @Test
  void slotsAreHeldByTenantAndGivenBack() {
    slots.take("ann", "a");
    slots.take("ann", "a");
    slots.take("ann", "b");
    slots.take("bob", "c");
    assertThat(slots.holders("ann")).containsExactlyInAnyOrder("a", "b");

    slots.free("a");
    slots.free("unknown");

    assertThat(slots.holders("ann")).containsExactly("b");
    assertThat(slots.freeEnded()).isZero(); // what is not known has not ended
  }

  @Test
  void whatTheDatabaseRefusesIsTold() throws SQLException {
    database.execute("drop table waiting");

    assertThatThrownBy(() -> room.isEmpty("ann")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> room.leave("a")).isInstanceOf(IllegalStateException.class);
  }

  private static Parked parked(String id, String tenant, int second) {
    return new Parked(
        id,
        tenant,
        "interactive",
        "easel/sketch",
        "concurrency_cap",
        "TEXT_TO_IMAGE",
        1.5,
        Optional.of("nod_a"),
        NOW.plusSeconds(second),
        NOW.plusSeconds(second));
  }
}
