package dev.easel.service.dispatch;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeTarget;
import java.util.List;
import java.util.Optional;

/** The rendering nodes as the dispatcher and the pipeline see them. Asks no database. */
public interface NodeFleet {

  /** Nodes that take work now. */
  List<Place> places();

  /** Where a node is and how to talk to it; empty if it was removed. */
  Optional<NodeTarget> target(String nodeId);

  /** Whether it has been silent for so long that its jobs are given to others. */
  boolean isDown(String nodeId);

  /** The ways the node can do it, preferred ones first; empty if it cannot. */
  List<ModelRoute> routes(String nodeId, String modelId, Operation operation);

  /** The way the node would do it if nothing else matters; empty if it cannot. */
  default Optional<ModelRoute> route(String nodeId, String modelId, Operation operation) {
    return routes(nodeId, modelId, operation).stream().findFirst();
  }

  /** Whether it is done by nodes at all: then it waits for one. */
  boolean isForNodes(String modelId, Operation operation);

  /** Why nothing of the kind is given out now, as a word for machines; empty if it may be. */
  Optional<String> obstacle(String modelId, Operation operation);

  /**
   * A node delivered: whatever was held against it is forgotten, and the model is in its memory.
   */
  void rendered(String nodeId, String modelId);

  void faulted(String nodeId, String modelId, JobFault fault);

  /** A job was lost with a node that does not answer, hangs or has forgotten it. */
  void lost(String nodeId, String reason);

  /**
   * A node that takes work.
   *
   * @param slots how many jobs it is given at once
   * @param loaded the model rendered there last
   */
  record Place(String nodeId, int slots, Optional<String> loaded) {}
}
