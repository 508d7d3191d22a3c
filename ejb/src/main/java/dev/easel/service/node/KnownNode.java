package dev.easel.service.node;

import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.provider.NodeTarget;
import java.time.Instant;
import java.util.Map;

/** A node as the database has it. */
record KnownNode(
    Node node,
    NodeState state,
    NodeTarget target,
    Inventory inventory,
    Map<String, Instant> paused) {

  String id() {
    return node.id();
  }
}
