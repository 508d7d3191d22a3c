package dev.easel.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.easel.adapter.persistence.MigratedDatabase;
import dev.easel.adapter.persistence.PlainSql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue and the real engine on H2, without a container. */
class DbSchedulerQueueTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final BlockingQueue<String> executed = new LinkedBlockingQueue<>();
  private MigratedDatabase database;
  private Scheduler scheduler;
  private DbSchedulerQueue queue;

  @BeforeEach
  void open() {
    database = new MigratedDatabase();
    CustomTask<Void> render =
        Tasks.custom(DbSchedulerQueue.TASK, Void.class)
            .execute(
                (task, context) -> {
                  executed.add(task.getId());
                  return new CompletionHandler.OnCompleteRemove<>();
                });
    scheduler =
        Scheduler.create(database.dataSource(), List.of(render))
            .threads(1)
            .serializer(new JsonSerializer())
            .jdbcCustomization(new ClaimOrder())
            .pollingInterval(Duration.ofMillis(50))
            .enablePriority()
            .build();
    queue = new DbSchedulerQueue();
    queue.sql = new PlainSql(database.dataSource());
    queue.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    queue.head = new QueueHead();
    queue.head.dataSource = database.dataSource();
    queue.head.clock = queue.clock;
    queue.started(scheduler, true);
  }

  @AfterEach
  void close() throws SQLException {
    scheduler.stop();
    database.close();
  }

  @Test
  void executesByPriorityThenByAge() throws Exception {
    schedule("batch-old", 10, NOW.minusSeconds(90));
    schedule("batch-new", 10, NOW.minusSeconds(30));
    schedule("interactive-new", DbSchedulerQueue.INTERACTIVE, NOW.minusSeconds(5));
    schedule("interactive-old", DbSchedulerQueue.INTERACTIVE, NOW.minusSeconds(10));

    scheduler.start();

    assertThat(executedNow(4))
        .containsExactly("interactive-old", "interactive-new", "batch-old", "batch-new");
  }

  @Test
  void runsWhatWasAddedAndForgetsIt() throws Exception {
    queue.add("gen_1");
    assertThat(database.texts("select task_instance from scheduled_tasks"))
        .containsExactly("gen_1");

    scheduler.start();

    assertThat(executedNow(1)).containsExactly("gen_1");
    scheduler.stop();
    assertThat(database.texts("select task_instance from scheduled_tasks")).isEmpty();
  }

  @Test
  void countsWhatIsAheadUpToTheCap() {
    schedule("first", DbSchedulerQueue.INTERACTIVE, NOW.minusSeconds(20));
    schedule("second", DbSchedulerQueue.INTERACTIVE, NOW.minusSeconds(10));
    schedule("batch", 10, NOW.minusSeconds(60));

    assertThat(queue.ahead("first")).isZero();
    assertThat(queue.ahead("second")).isEqualTo(1);
    assertThat(queue.ahead("batch")).isEqualTo(2);
    assertThat(queue.ahead("just accepted")).isEqualTo(3);
    assertThat(queue.depth(100)).isEqualTo(3);
    assertThat(queue.depth(2)).isEqualTo(2);
  }

  @Test
  void removesWhatHasNotStarted() {
    queue.add("gen_1");

    queue.remove("gen_1");
    queue.remove("gen_1");

    assertThat(queue.depth(10)).isZero();
  }

  @Test
  void isHealthyWhileTheEngineRunsAndPolls() {
    assertThat(queue.healthy(NOW.plusSeconds(29))).isTrue();
    assertThat(queue.healthy(NOW.plusSeconds(31))).isFalse();

    queue.stopped();

    assertThat(queue.healthy(NOW)).isFalse();
  }

  private List<String> executedNow(int count) throws InterruptedException {
    String[] order = new String[count];
    for (int i = 0; i < count; i++) {
      order[i] = executed.poll(10, TimeUnit.SECONDS);
    }
    return List.of(order);
  }

  private void schedule(String id, int priority, Instant due) {
    TaskInstance<Void> task =
        new TaskInstance.Builder<Void>(DbSchedulerQueue.TASK, id).priority(priority).build();
    List<SchedulableInstance<?>> one = List.of(new SchedulableTaskInstance<>(task, due));
    scheduler.scheduleBatch(one);
  }
}
