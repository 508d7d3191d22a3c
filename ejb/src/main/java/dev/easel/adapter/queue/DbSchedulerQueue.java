package dev.easel.adapter.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.generation.GenerationQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

  /** What others wait for before they take over. */
  static final int MISSED_HEARTBEATS = 4;

  /** What an operator lets go before all others. */
  private static final int EXPEDITED = INTERACTIVE + 1;

  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Inject Sql sql;
  @Inject QueueHead head;
  @Inject TurnExchange turns;
  @Inject Clock clock;

  /** How often this server says that it lives. */
  @Inject
  @ConfigProperty(name = "easel.engine.heartbeat", defaultValue = "PT5S")
  Duration heartbeat;

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
  public boolean putBack(String generationId, Instant since) {
    return sql.update(
            "insert into scheduled_tasks"
                + " (task_name, task_instance, execution_time, picked, version, priority)"
                + " select cast(? as varchar(100)), cast(? as varchar(100)),"
                + " cast(? as timestamp(6) with time zone), false, 1,"
                + " cast(? as integer) + (select count(*) from expedited where generation_id = ?)"
                + " where not exists (select 1 from scheduled_tasks"
                + " where task_name = ? and task_instance = ?)",
            TASK,
            generationId,
            since,
            INTERACTIVE,
            generationId,
            TASK,
            generationId)
        == 1;
  }

  @Override
  public boolean move(String tenantId, String generationId, int place) {
    return turns.move(tenantId, generationId, place, clock.instant());
  }

  @Override
  public void expedite(String generationId, Instant now) {
    sql.update(
        "insert into expedited (generation_id, made_at) select cast(? as varchar(40)),"
            + " cast(? as timestamp(6) with time zone)"
            + " where not exists (select 1 from expedited where generation_id = ?)",
        generationId,
        now,
        generationId);
    sql.update(
        "update scheduled_tasks set priority = ?"
            + " where task_name = ? and task_instance = ? and picked = ?",
        EXPEDITED,
        TASK,
        generationId,
        false);
  }

  @Override
  public int forgetExpedited() {
    return sql.update(
        "delete from expedited where not exists (select 1 from generation g"
            + " where g.id = expedited.generation_id and g.status in ('QUEUED', 'PROCESSING'))");
  }

  @Override
  public boolean hasten(String generationId) {
    int hastened =
        sql.update(
            "update scheduled_tasks set execution_time = ?"
                + " where task_name = ? and task_instance = ? and picked = ?",
            clock.instant(),
            TASK,
            generationId,
            false);
    if (hastened > 0) {
      wake();
    }
    return hastened > 0;
  }

  @Override
  public int depth(int cap) {
    String parked =
        "select count(*) from (select 1 as one from waiting fetch first ? rows only) parked";
    int due = due(cap);
    return due + sql.list(row -> row.getInt(1), parked, cap - due).get(0);
  }

  @Override
  public int due(int cap) {
    String waiting =
        "select count(*) from (select 1 as one from scheduled_tasks"
            + " where picked = ? and task_name = ? fetch first ? rows only) due";
    return sql.list(row -> row.getInt(1), waiting, false, TASK, cap).get(0);
  }

  @Override
  public void wake() {
    Scheduler current = scheduler;
    if (current != null && polling) {
      current.triggerCheckForDueExecutions();
    }
  }

  Duration heartbeat() {
    return heartbeat;
  }

  /** It may have stopped just before a heartbeat was due. */
  @Override
  public Duration lease() {
    return heartbeat.multipliedBy(MISSED_HEARTBEATS - 1);
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
