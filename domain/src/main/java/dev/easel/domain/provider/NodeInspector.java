package dev.easel.domain.provider;

import java.util.List;
import java.util.Optional;

/** Asks nodes of one kind how they are and what they have. One instance serves all threads. */
public interface NodeInspector {

  /** As {@link JobProvider#adapter}. */
  String adapter();

  /** The cheapest question there is; an answer takes three seconds at most. */
  NodePulse pulse(NodeTarget node);

  /**
   * Takes an inventory: dozens of requests, seconds, megabytes.
   *
   * @return empty if the node did not answer all of it
   */
  Optional<NodeFacts> inspect(NodeTarget node);

  /** What it computes on, and how much of it is free: one small request. Empty if unknown. */
  default List<NodeFacts.Device> devices(NodeTarget node) {
    return List.of();
  }

  /**
   * The declaration of a building block of workflows, as the node words it.
   *
   * @return empty if the node does not have it or does not answer
   */
  Optional<String> declaration(NodeTarget node, String nodeClass);
}
