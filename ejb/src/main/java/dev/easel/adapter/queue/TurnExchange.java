package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Moves a generation in the engine's queue among those of its tenant. The times that decide about
 * turns are handed from one to the next, so the tenant has the same turns as before and nobody else
 * waits longer.
 */
@ApplicationScoped
class TurnExchange {

  private static final String LINE =
      " from scheduled_tasks s join generation g on g.id = s.task_instance"
          + " where s.task_name = ? and s.picked = ? and s.priority = ? and g.tenant_id = ?"
          + " and g.status = 'QUEUED' and s.execution_time <= ?";

  private static final String TIME =
      "select execution_time from scheduled_tasks where task_name = ? and task_instance = ?"
          + " and picked = ? and priority = ? and execution_time <= ?";

  private static final String SET_TIME =
      "update scheduled_tasks set execution_time = ?"
          + " where task_name = ? and task_instance = ? and picked = ?";

  @Inject Sql sql;

  boolean move(String tenantId, String generationId, int place, Instant now) {
    Optional<Instant> from =
        time(TIME, DbSchedulerQueue.TASK, generationId, false, DbSchedulerQueue.INTERACTIVE, now);
    if (from.isEmpty()) {
      return false;
    }
    Optional<Instant> to = placeOf(tenantId, place, now);
    if (to.isPresent() && !to.equals(from)) {
      boolean forward = to.get().isBefore(from.get());
      shift(tenantId, generationId, forward, from.get(), to.get(), now);
      sql.update(SET_TIME, to.get(), DbSchedulerQueue.TASK, generationId, false);
    }
    return true;
  }

  /** The turn of whoever has the place now, or the last turn of the line. */
  private Optional<Instant> placeOf(String tenantId, int place, Instant now) {
    String nth =
        "select execution_time from (select s.execution_time as execution_time"
            + LINE
            + " order by s.execution_time, s.task_instance fetch first "
            + place
            + " rows only) line order by execution_time desc fetch first 1 rows only";
    return time(nth, DbSchedulerQueue.TASK, false, DbSchedulerQueue.INTERACTIVE, tenantId, now);
  }

  /** All between the two turns take the turn of their neighbour on the side it comes from. */
  private void shift(
      String tenantId, String moved, boolean forward, Instant from, Instant to, Instant now) {
    String neighbour = forward ? "lead" : "lag";
    String last = forward ? "1 else 0" : "0 else 1";
    sql.update(
        "merge into scheduled_tasks t using (select s.task_instance as id, "
            + neighbour
            + "(s.execution_time) over (order by s.execution_time,"
            + " case when s.task_instance = ? then "
            + last
            + " end, s.task_instance) as turn"
            + LINE
            + " and s.execution_time >= ? and s.execution_time <= ?) line"
            + " on t.task_name = 'render' and t.task_instance = line.id and t.picked = false"
            + " and line.turn is not null and line.id <> ?"
            + " when matched then update set execution_time = line.turn",
        moved,
        DbSchedulerQueue.TASK,
        false,
        DbSchedulerQueue.INTERACTIVE,
        tenantId,
        now,
        forward ? to : from,
        forward ? from : to,
        moved);
  }

  private Optional<Instant> time(String select, Object... values) {
    List<Instant> times =
        sql.list(row -> row.getObject(1, OffsetDateTime.class).toInstant(), select, values);
    return times.stream().findFirst();
  }
}
