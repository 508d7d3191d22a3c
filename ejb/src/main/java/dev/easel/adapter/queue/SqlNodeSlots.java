package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.node.NodeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Places on nodes as rows of {@code node_slot}. Like the queue, a plain bean on purpose. */
@ApplicationScoped
public class SqlNodeSlots implements NodeSlots, NodeWork {

  @Inject Sql sql;

  @Override
  public void open(String nodeId) {
    sql.update(
        "insert into node_gate (node_id) select cast(? as varchar(40))"
            + " where not exists (select 1 from node_gate where node_id = ?)",
        nodeId,
        nodeId);
  }

  @Override
  public boolean lock(String nodeId) {
    return !sql.list(
            row -> true, "select node_id from node_gate where node_id = ? for update", nodeId)
        .isEmpty();
  }

  @Override
  public int taken(String nodeId) {
    String count = "select count(*) from node_slot where node_id = ?";
    return sql.list(row -> row.getInt(1), count, nodeId).get(0);
  }

  @Override
  public Map<String, Integer> taken() {
    Map<String, Integer> taken = new HashMap<>();
    sql.list(
        row -> taken.put(row.getString(1), row.getInt(2)),
        "select node_id, count(*) from node_slot group by node_id");
    return taken;
  }

  @Override
  public int inFlight(String nodeId) {
    return taken(nodeId);
  }

  @Override
  public void take(String nodeId, String generationId, String modelId, Instant now) {
    sql.update(
        "insert into node_slot (generation_id, node_id, model_id, taken_at)"
            + " values (?, ?, ?, ?)",
        generationId,
        nodeId,
        modelId,
        now);
  }

  @Override
  public Optional<String> nodeOf(String generationId) {
    String select = "select node_id from node_slot where generation_id = ?";
    return sql.list(row -> row.getString(1), select, generationId).stream().findFirst();
  }

  @Override
  public void free(String generationId) {
    sql.update("delete from node_slot where generation_id = ?", generationId);
  }

  @Override
  public int freeEnded() {
    return sql.update(
        "delete from node_slot where exists (select 1 from generation g"
            + " where g.id = node_slot.generation_id"
            + " and g.status in ('COMPLETED', 'FAILED', 'CANCELLED'))");
  }
}
