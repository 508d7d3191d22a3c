package dev.easel.service.node;

import dev.easel.domain.node.Health;
import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A node as administrators look at it.
 *
 * @param state what all servers know of it
 * @param sight how this server sees it
 * @param fleet what the scheduler goes by
 * @param inFlight jobs it has by our books
 */
public record NodeView(Node node, NodeState state, Sight sight, FleetNode fleet, int inFlight) {

  public Health health() {
    return fleet.health();
  }

  public Inventory inventory() {
    return fleet.inventory();
  }

  /** Models that are kept off it now, and until when. */
  public Map<String, Instant> paused() {
    return fleet.paused();
  }

  /** Whether it was drained and has nothing left: it can be switched off. */
  public boolean isDrained() {
    return node.wish() == Wish.DRAINING && inFlight == 0;
  }

  /** Why it takes no work, or not all, machine-readable; empty if nothing is in the way. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    switch (node.wish()) {
      case ACTIVE -> {}
      case CORDONED -> reasons.add("cordoned");
      case DRAINING -> reasons.add("draining");
    }
    switch (sight.reach().state()) {
      case ANSWERING -> {}
      case WAVERING -> reasons.add("suspect");
      case SILENT -> reasons.add("silent");
    }
    if (state.trust().isQuarantined()) {
      reasons.add("quarantined");
    }
    if (state.inventoryAt().isEmpty()) {
      reasons.add("no_inventory");
    }
    if (!fleet.paused().isEmpty()) {
      reasons.add("models_paused");
    }
    return reasons;
  }
}
