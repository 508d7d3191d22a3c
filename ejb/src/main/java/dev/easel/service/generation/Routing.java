package dev.easel.service.generation;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Generation;
import java.util.Optional;

/** Says by which way a generation is made: without nodes, unless it says more. */
@FunctionalInterface
interface Routing {

  /** The way without a node; empty if there is none. */
  Optional<ModelRoute> route(Generation generation);

  /** The way the node would do it; empty if it cannot any more. */
  default Optional<ModelRoute> route(Generation generation, String nodeId) {
    return Optional.empty();
  }

  default boolean isForNodes(Generation generation) {
    return false;
  }
}
