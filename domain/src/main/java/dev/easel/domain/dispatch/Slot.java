package dev.easel.domain.dispatch;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A free place on a node.
 *
 * @param loaded the model its memory holds, as far as is known
 * @param serves whether the node can do it
 */
public record Slot(String nodeId, Optional<String> loaded, Predicate<Waiting> serves) {

  boolean hasLoaded(Waiting waiting) {
    return loaded.filter(waiting.modelId()::equals).isPresent();
  }
}
