package dev.easel.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.easel.adapter.persistence.MigratedDatabase;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The claim query over a backlog, planned by the H2 that ships with the server. */
class ClaimOrderTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T12:00:00Z");

  private static MigratedDatabase database;

  @BeforeAll
  static void queueTwentyThousand() throws SQLException {
    database = new MigratedDatabase();
    database.execute(
        "insert into scheduled_tasks"
            + " (task_name, task_instance, execution_time, picked, version, priority)"
            + " select 'render', 'gen_' || x, dateadd('SECOND', -x, cast(? as timestamp with time zone)), false, 1, mod(x, 3)"
            + " from system_range(1, 20000)",
        NOW);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void readsTheBacklogInOrderInsteadOfSortingIt() throws SQLException {
    assertThat(plan(new ClaimOrder(), true))
        .containsIgnoringCase("ix_scheduled_tasks_claim")
        .contains("index sorted");
  }

  @Test
  void isNeededBecauseTheUsualQuerySortsIt() throws SQLException {
    assertThat(plan(new DefaultJdbcCustomization(false), true)).doesNotContain("index sorted");
  }

  @Test
  void takesThePriorityFirstAndTheOldestWithinIt() throws SQLException {
    String claim = new ClaimOrder().createSelectDueQuery("scheduled_tasks", 3, "", true);

    assertThat(
            database.texts(
                claim.replace("select *", "select task_instance || '/' || priority"), false, NOW))
        .containsExactly("gen_20000/2", "gen_19997/2", "gen_19994/2");
  }

  @Test
  void leavesAloneWhatIsNotDue() throws SQLException {
    String claim = new ClaimOrder().createSelectDueQuery("scheduled_tasks", 3, "", false);

    assertThat(database.texts(claim, false, NOW.minusDays(1))).isEmpty();
  }

  private static String plan(JdbcCustomization customization, boolean byPriority)
      throws SQLException {
    String claim = customization.createSelectDueQuery("scheduled_tasks", 10, "", byPriority);
    return database.plan(claim, false, NOW);
  }
}
