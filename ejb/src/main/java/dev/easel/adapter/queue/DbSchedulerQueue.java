package dev.easel.adapter.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.easel.domain.generation.GenerationQueue;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * The queue as rows of {@code scheduled_tasks}. A plain CDI bean on purpose: a bean with its own
 * transaction management would suspend the caller's, and the row would outlive a rollback.
 */
@ApplicationScoped
public class DbSchedulerQueue implements GenerationQueue {

  /** Name of the task whose instances are generation ids. */
  static final String TASK = "render";

  /** Interactive work; batch work will have the band below. */
  static final int INTERACTIVE = 1 << 28;

  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject QueueHead head;
  @Inject Clock clock;

  private volatile Scheduler scheduler;
  private volatile boolean polling;
  private volatile Instant lastPoll = Instant.MIN;

  void started(Scheduler built, boolean runsHere) {
    scheduler = built;
    polling = runsHere;
    polled();
  }

  void polled() {
    lastPoll = clock.instant();
  }

  void stopped() {
    scheduler = null;
  }

  @Override
  public void add(String generationId) {
    TaskInstance<Void> task =
        new TaskInstance.Builder<Void>(TASK, generationId).priority(INTERACTIVE).build();
    // The batch form inserts without looking first: the id is new by construction.
    List<SchedulableInstance<?>> one =
        List.of(new SchedulableTaskInstance<>(task, clock.instant()));
    running().scheduleBatch(one);
  }

  @Override
  public void remove(String generationId) {
    try {
      running().cancel(TaskInstanceId.of(TASK, generationId));
    } catch (TaskInstanceException e) {
      // Picked at this moment, or gone already: the worker will find the final state.
      return;
    }
  }

  @Override
  public int ahead(String generationId) {
    return head.ahead(generationId);
  }

  @Override
  public int depth(int cap) {
    String waiting =
        "select count(*) from (select 1 as one from scheduled_tasks"
            + " where picked = ? and task_name = ? fetch first ? rows only) waiting";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(waiting)) {
      select.setBoolean(1, false);
      select.setString(2, TASK);
      select.setInt(3, cap);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void wake() {
    Scheduler current = scheduler;
    if (current != null && polling) {
      current.triggerCheckForDueExecutions();
    }
  }

  @Override
  public boolean healthy(Instant now) {
    return scheduler != null && (!polling || lastPoll.plus(SILENCE).isAfter(now));
  }

  private Scheduler running() {
    Scheduler current = scheduler;
    if (current == null) {
      throw new IllegalStateException("The engine is not running");
    }
    return current;
  }
}
