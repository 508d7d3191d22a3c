package dev.easel.adapter.persistence;

import dev.easel.domain.node.NodeRenders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What nodes have delivered, counted by the database. */
@ApplicationScoped
public class SqlNodeRenders implements NodeRenders {

  /**
   * By the index of what has completed; each one's last attempt has its id after the generation.
   */
  private static final String SINCE =
      "select a.node_id, count(*), sum(g.delivered),"
          + " avg(extract(epoch from (a.ended_at - coalesce(a.rendering_since, a.started_at))))"
          + " from generation g join attempt a on a.id = concat(g.id, '-', g.attempt)"
          + " where g.status = 'COMPLETED' and g.completed_at >= ?"
          + " and a.node_id is not null and a.ended_at is not null group by a.node_id";

  @Inject Sql sql;

  @Override
  public Map<String, Renders> since(Instant time) {
    Map<String, Renders> found = new HashMap<>();
    sql.list(
        row ->
            found.put(
                row.getString(1), new Renders(row.getLong(2), row.getLong(3), row.getDouble(4))),
        SINCE,
        time);
    return found;
  }
}
