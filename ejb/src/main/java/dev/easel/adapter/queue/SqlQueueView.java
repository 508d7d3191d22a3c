package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.dispatch.QueueEntry;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.dispatch.QueueGroup;
import dev.easel.domain.dispatch.QueueQuery;
import dev.easel.domain.dispatch.QueueView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waiting room and engine's queue as one list. It reads all of both: operators ask now and then,
 * and no index is kept for them that every request would pay for.
 */
@ApplicationScoped
public class SqlQueueView implements QueueView {

  private static final String SELECT =
      "select q.id, q.tenant_id, q.line, q.lane, q.model_id, q.operation, q.since, q.placed_at,"
          + " (select count(*) from expedited e where e.generation_id = q.id),"
          + " (select max(n.node_id) from node_slot n where n.generation_id = q.id)"
          + " from (select q.*";

  private static final String ALL =
      " from (select w.generation_id as id, w.tenant_id as tenant_id,"
          + " case when w.lane like 'node-%' then 'NODE' else 'TENANT' end as line,"
          + " case when w.lane like '%batch' then 'batch' else 'interactive' end as lane,"
          + " w.model_id as model_id, w.operation as operation, w.entered_at as since,"
          + " w.placed_at as placed_at from waiting w"
          + " union all select g.id, g.tenant_id, case when g.status = 'PROCESSING' then 'RUNNING'"
          + " when s.execution_time > ? then 'RETRY' else 'ENGINE' end, 'interactive', g.model_id,"
          + " g.operation, g.created_at, s.execution_time"
          + " from scheduled_tasks s join generation g on g.id = s.task_instance"
          + " where s.task_name = ? and g.status in ('QUEUED', 'PROCESSING')"
          + " and not exists (select 1 from waiting p where p.generation_id = g.id)) q";

  @Inject Sql sql;

  @Override
  public List<QueueEntry> list(QueueQuery query, Instant now, int most) {
    List<Object> values = new ArrayList<>(List.of(now, DbSchedulerQueue.TASK));
    String text =
        SELECT
            + ALL
            + where(query, values)
            + " order by q.since, q.id fetch first ? rows only) q order by q.since, q.id";
    values.add(most);
    return sql.list(SqlQueueView::entry, text, values.toArray());
  }

  @Override
  public Optional<QueueEntry> find(String generationId, Instant now) {
    String text = SELECT + ALL + " where q.id = ?) q";
    return sql.list(SqlQueueView::entry, text, now, DbSchedulerQueue.TASK, generationId).stream()
        .findFirst();
  }

  @Override
  public List<QueueGroup> groups(Instant now) {
    return sql.list(
        SqlQueueView::group,
        "select q.tenant_id, q.line, q.lane, q.model_id, q.operation, count(*)"
            + ALL
            + " group by q.tenant_id, q.line, q.lane, q.model_id, q.operation",
        now,
        DbSchedulerQueue.TASK);
  }

  private static String where(QueueQuery query, List<Object> values) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    query.tenantId().ifPresent(tenant -> and(where, values, "q.tenant_id = ?", tenant));
    query.modelId().ifPresent(model -> and(where, values, "q.model_id = ?", model));
    query.lane().ifPresent(lane -> and(where, values, "q.lane = ?", lane.wire()));
    query.line().ifPresent(line -> and(where, values, "q.line = ?", line.name()));
    query
        .after()
        .ifPresent(
            key -> {
              and(where, values, "q.since >= ?", key.at());
              and(where, values, "(q.since > ?", key.at());
              where.append(" or q.id > ?)");
              values.add(key.id());
            });
    return where.toString();
  }

  private static void and(
      StringBuilder where, List<Object> values, String condition, Object value) {
    where.append(" and ").append(condition);
    values.add(value);
  }

  private static QueueEntry entry(ResultSet row) throws SQLException {
    return new QueueEntry(
        row.getString(1),
        row.getString(2),
        Line.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getInt(9) > 0,
        Optional.ofNullable(row.getString(10)));
  }

  private static QueueGroup group(ResultSet row) throws SQLException {
    return new QueueGroup(
        row.getString(1),
        Line.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6));
  }
}
