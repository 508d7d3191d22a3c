package dev.easel.service.node;

import dev.easel.domain.node.NodeSight;
import dev.easel.domain.node.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;

/** How this server sees the nodes; in memory, since it changes with every probe. */
@ApplicationScoped
public class Sights {

  private static final Logger LOG = Logger.getLogger(Sights.class.getName());

  @Inject Clock clock;

  private final Map<String, Sight> seen = new ConcurrentHashMap<>();
  private final Set<String> turned = ConcurrentHashMap.newKeySet();

  /** Goes on where this server left off. */
  void remember(List<NodeSight> stored) {
    Instant now = clock.instant();
    stored.forEach(
        sight -> seen.putIfAbsent(sight.nodeId(), new Sight(sight.reach(now), sight.seenAt(), 0)));
  }

  public Sight of(String nodeId) {
    return seen.computeIfAbsent(
        nodeId, id -> new Sight(Reach.unasked(clock.instant()), Optional.empty(), 0));
  }

  /**
   * @return whether that changed its state
   */
  boolean answered(String nodeId, int jobs) {
    Instant now = clock.instant();
    return turn(nodeId, old -> new Sight(old.reach().answer(now), Optional.of(now), jobs));
  }

  /**
   * @return whether that changed its state
   */
  boolean missed(String nodeId, String reason) {
    Instant now = clock.instant();
    return turn(nodeId, old -> new Sight(old.reach().miss(reason, now), old.seenAt(), 0));
  }

  /**
   * @return whether that changed its state
   */
  boolean dropped(String nodeId) {
    Instant now = clock.instant();
    return turn(nodeId, old -> new Sight(old.reach().drop(now), old.seenAt(), old.jobs()));
  }

  private boolean turn(String nodeId, UnaryOperator<Sight> step) {
    boolean[] changed = new boolean[1];
    of(nodeId);
    Sight now =
        seen.computeIfPresent(
            nodeId,
            (id, old) -> {
              Sight next = step.apply(old);
              changed[0] = next.reach().state() != old.reach().state();
              return next;
            });
    if (changed[0] && now != null) {
      turned.add(nodeId);
      LOG.info(() -> "Node " + nodeId + " is " + told(now.reach()));
    }
    return changed[0];
  }

  private static String told(Reach reach) {
    return switch (reach.state()) {
      case ANSWERING -> "up";
      case WAVERING -> "suspect: " + reach.reason();
      case SILENT -> "down: " + reach.reason();
    };
  }

  /** What changed since the last time, and is to be written down. */
  Map<String, Sight> takeTurned() {
    Map<String, Sight> taken = new HashMap<>();
    for (String nodeId : Set.copyOf(turned)) {
      turned.remove(nodeId);
      Optional.ofNullable(seen.get(nodeId)).ifPresent(sight -> taken.put(nodeId, sight));
    }
    return taken;
  }

  /** From now on it counts as changed. */
  void turnedAgain(String nodeId) {
    turned.add(nodeId);
  }

  /** Forgets nodes that are no more. */
  void keepOnly(Collection<String> nodeIds) {
    seen.keySet().retainAll(nodeIds);
    turned.retainAll(nodeIds);
  }
}
