package dev.easel.service.node;

import dev.easel.domain.node.Health;
import dev.easel.domain.node.Wish;
import java.util.Locale;

/** Whether anything can serve a model, and if not, why. The best first. */
public enum Prospect {
  /** A node takes such work, though it may be busy. */
  NOW,
  /** The nodes that could answer, but are in quarantine or keep this model off for a while. */
  NODES_FAILING,
  /** The nodes that could do not answer. */
  NODES_DOWN,
  /** The nodes that could are cordoned or being drained. */
  NODES_DRAINING,
  /** No node could, ever. */
  NO_NODE_WITH_MODEL;

  /** Of one node that has what is needed. */
  static Prospect of(FleetNode node, boolean paused) {
    if (node.wish() != Wish.ACTIVE) {
      return NODES_DRAINING;
    }
    boolean silent = node.health() == Health.DOWN || node.health() == Health.SUSPECT;
    if (silent) {
      return NODES_DOWN;
    }
    return paused || node.health() == Health.QUARANTINED ? NODES_FAILING : NOW;
  }

  /** For clients and metrics; empty for {@code NOW}. */
  public String wire() {
    return this == NOW ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether waiting can help. */
  public boolean ever() {
    return this != NO_NODE_WITH_MODEL;
  }
}
