package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.Halts;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Why a generation waits, as a word for machines; asked now, for nodes and halts come and go. */
@ApplicationScoped
public class WaitingReasons {

  private static final String ENGINE_BUSY = "engine_busy";

  @Inject HaltWatch halts;
  @Inject Slots slots;
  @Inject NodeFleet fleet;

  /** Empty for what runs. */
  public Optional<String> of(
      Line line, Lane lane, String tenantId, String modelId, String operation) {
    if (line == Line.RUNNING) {
      return Optional.empty();
    }
    if (halts.now().stops(lane, tenantId, modelId)) {
      return Optional.of(Halts.PAUSED);
    }
    return Optional.of(
        switch (line) {
          case NODE -> forNode(tenantId, modelId, operation);
          case TENANT -> forSlot(tenantId);
          case RETRY -> "retry_backoff";
          default -> ENGINE_BUSY;
        });
  }

  /** What was held back and may go on waits for a slot, or is called at this moment. */
  private String forSlot(String tenantId) {
    return slots.hasPlace(tenantId) ? ENGINE_BUSY : Slots.CONCURRENCY_CAP;
  }

  private String forNode(String tenantId, String modelId, String operation) {
    return slots.hasPlace(tenantId)
        ? fleet.obstacle(modelId, Operation.valueOf(operation)).orElse(NodeLine.NODES_BUSY)
        : Slots.CONCURRENCY_CAP;
  }
}
