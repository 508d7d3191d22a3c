package dev.easel.adapter.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.easel.domain.generation.GenerationRunner;
import dev.easel.domain.shared.Housekeeping;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs db-scheduler inside the container: render tasks and housekeeping, on the pool of the
 * application, on threads that carry the container's context.
 */
@Singleton
@Startup
@DependsOn("FirstRun")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Engine {

  private static final Logger LOG = Logger.getLogger(Engine.class.getName());
  private static final Duration POLL = Duration.ofMillis(200);

  /** db-scheduler waits twice as long. */
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  /** Not db-scheduler's five minutes: a generation waits, and its own attempts are counted. */
  private static final Duration AFTER_DEFECT = Duration.ofSeconds(10);

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  @Resource private ManagedThreadFactory threadFactory;

  @Inject Node node;
  @Inject DbSchedulerQueue queue;
  @Inject GenerationRunner runner;

  @Inject @Any Instance<Housekeeping> chores;

  @Inject
  @ConfigProperty(name = "easel.engine.threads", defaultValue = "0")
  int configuredThreads;

  /** False on servers that only answer requests and leave the rendering to others. */
  @Inject
  @ConfigProperty(name = "easel.engine.enabled", defaultValue = "true")
  boolean enabled;

  private Scheduler scheduler;
  private final List<ExecutorService> executors = new ArrayList<>();

  @PostConstruct
  void start() {
    releaseOwnDead();
    int threads = threads();
    List<RecurringTask<Void>> recurring = new ArrayList<>();
    chores.forEach(chore -> recurring.add(task(chore)));
    scheduler =
        Scheduler.create(dataSource, List.of(renderTask()))
            .startTasks(recurring)
            .schedulerName(new SchedulerName.Fixed(node.name()))
            .threads(threads)
            .executorService(owned(new RenderThreads(threads, threadFactory)))
            .dueExecutor(owned(Executors.newSingleThreadExecutor(threadFactory)))
            .housekeeperExecutor(scheduledExecutor())
            .serializer(new JsonSerializer())
            .jdbcCustomization(customization())
            .addSchedulerListener(new PollObserver(queue))
            .pollingInterval(POLL)
            // Fetching more than can run would let batch work stand before interactive work.
            .pollUsingFetch(0.5, 1.0)
            .heartbeatInterval(queue.heartbeat())
            .missedHeartbeatsLimit(DbSchedulerQueue.MISSED_HEARTBEATS)
            .shutdownMaxWait(SHUTDOWN)
            .enablePriority()
            .build();
    if (enabled) {
      scheduler.start();
    }
    queue.started(scheduler, enabled);
    LOG.info(
        () ->
            enabled
                ? "Engine runs as " + node.name() + " with " + threads + " threads"
                : "Engine is off on this server; accepted work waits for another");
  }

  @PreDestroy
  void stop() {
    queue.stopped();
    scheduler.stop();
    executors.forEach(ExecutorService::shutdown);
  }

  /** Twice the cores: painters wait for their turn, remote providers for the network. */
  private int threads() {
    int wanted = configuredThreads;
    return wanted > 0 ? wanted : Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  }

  private CustomTask<Void> renderTask() {
    return Tasks.custom(DbSchedulerQueue.TASK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DEFECT))
        .execute(this::render);
  }

  private CompletionHandler<Void> render(TaskInstance<Void> task, ExecutionContext context) {
    GenerationRunner.Turn turn = runner.run(task.getId());
    if (turn instanceof GenerationRunner.Again again) {
      return new TurnEnd.Later(again.when(), queue);
    }
    return turn instanceof GenerationRunner.Waits waits
        ? new TurnEnd.Left(waits.tenantId(), runner)
        : new TurnEnd.Over();
  }

  private static RecurringTask<Void> task(Housekeeping chore) {
    return Tasks.recurring(chore.name(), new Pause(chore.every()))
        .execute((instance, context) -> chore.run());
  }

  private <T extends ExecutorService> T owned(T executor) {
    executors.add(executor);
    return executor;
  }

  private java.util.concurrent.ScheduledExecutorService scheduledExecutor() {
    return owned(Executors.newScheduledThreadPool(3, threadFactory));
  }

  private JdbcCustomization customization() {
    return isH2() ? new ClaimOrder() : new AutodetectJdbcCustomization(dataSource, false);
  }

  private boolean isH2() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What this server had picked before it died may run again at once. */
  private void releaseOwnDead() {
    String release =
        "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
            + " version = version + 1 where picked = true and picked_by = ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(release)) {
      update.setString(1, node.name());
      int released = update.executeUpdate();
      LOG.info(() -> released + " executions of this server's last life are due again");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes that the engine polls, for the readiness check. */
  private static final class PollObserver extends AbstractSchedulerListener {
    private final DbSchedulerQueue queue;

    PollObserver(DbSchedulerQueue queue) {
      this.queue = queue;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
      if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
        queue.polled();
      }
    }
  }
}
