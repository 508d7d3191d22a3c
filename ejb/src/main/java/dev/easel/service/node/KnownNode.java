package dev.easel.service.node;

import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.provider.NodeTarget;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A node as the database has it.
 *
 * @param paused models that are kept off it until then
 * @param suspects models that something is held against there, kept off it or not yet
 */
record KnownNode(
    Node node,
    NodeState state,
    NodeTarget target,
    Inventory inventory,
    Map<String, Instant> paused,
    Set<String> suspects) {

  String id() {
    return node.id();
  }
}
