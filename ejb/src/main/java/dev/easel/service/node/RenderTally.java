package dev.easel.service.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this server had rendered on each node; counts go into the database every few seconds. */
@ApplicationScoped
public class RenderTally {

  @Inject Clock clock;

  private final Map<String, Last> last = new ConcurrentHashMap<>();
  private final Map<String, Long> uncounted = new ConcurrentHashMap<>();

  void rendered(String nodeId, String modelId) {
    last.put(nodeId, new Last(modelId, clock.instant()));
    uncounted.merge(nodeId, 1L, Long::sum);
  }

  /** The last one this server had rendered there. */
  Optional<Last> last(String nodeId) {
    return Optional.ofNullable(last.get(nodeId));
  }

  /** How often each rendered since the last time. */
  Map<String, Long> takeUncounted() {
    Map<String, Long> taken = new HashMap<>();
    for (String nodeId : Set.copyOf(uncounted.keySet())) {
      Optional.ofNullable(uncounted.remove(nodeId)).ifPresent(count -> taken.put(nodeId, count));
    }
    return taken;
  }

  /** It could not be written down yet. */
  void putBack(String nodeId, long count) {
    uncounted.merge(nodeId, count, Long::sum);
  }

  /** Forgets nodes that are no more. */
  void keepOnly(Set<String> nodeIds) {
    last.keySet().retainAll(nodeIds);
    uncounted.keySet().retainAll(nodeIds);
  }

  record Last(String modelId, Instant at) {}
}
