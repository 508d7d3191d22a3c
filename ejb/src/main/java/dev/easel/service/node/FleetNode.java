package dev.easel.service.node;

import dev.easel.domain.node.Health;
import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Wish;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.workflow.WorkflowNeeds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A node as whoever has work for it looks at it.
 *
 * @param allowed models it may render; empty for all
 * @param paused models that are kept off it until then
 * @param loaded the model it rendered last, which its memory probably holds
 * @param maxInFlight jobs it may have at a time
 * @param memory bytes of its largest device; 0 if unknown
 */
public record FleetNode(
    NodeTarget target,
    Wish wish,
    Health health,
    Inventory inventory,
    Set<String> allowed,
    Map<String, Instant> paused,
    Optional<String> loaded,
    int maxInFlight,
    long memory) {

  public FleetNode {
    allowed = Set.copyOf(allowed);
    paused = Map.copyOf(paused);
  }

  public String id() {
    return target.id();
  }

  /** Whether it may be given anything at all now. */
  public boolean takesWork() {
    return wish == Wish.ACTIVE && health == Health.UP;
  }

  /** Whether it could serve a workflow of a model, now or when it is up again. */
  public boolean has(String modelId, WorkflowNeeds needs) {
    return needs.kind().equals(target.kind())
        && (allowed.isEmpty() || allowed.contains(modelId))
        && needs.metBy(inventory.nodeClasses(), inventory.models());
  }

  /** Whether it may be given a workflow of a model now, if it has a place free. */
  public boolean serves(String modelId, WorkflowNeeds needs, Instant now) {
    return takesWork() && !isPaused(modelId, now) && has(modelId, needs);
  }

  boolean isPaused(String modelId, Instant now) {
    Instant until = paused.get(modelId);
    return until != null && until.isAfter(now);
  }
}
