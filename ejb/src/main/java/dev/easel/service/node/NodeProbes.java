package dev.easel.service.node;

import dev.easel.domain.node.Reach;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks every node every few seconds whether it is there. Each server does so for itself, since what
 * one reaches another may not; the question is the cheapest there is.
 */
@ApplicationScoped
public class NodeProbes {

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PAUSE_IN_DOUBT = Duration.ofSeconds(2);

  @Inject Fleet fleet;
  @Inject Sights sights;
  @Inject Inspectors inspectors;
  @Inject Inventories inventories;
  @Inject NodeThreads threads;
  @Inject Clock clock;

  private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Asks those whose turn it is, without waiting for their answers. */
  void askDue() {
    Instant now = clock.instant();
    for (KnownNode node : fleet.known()) {
      if (isDue(node.id(), now)) {
        start(node.target(), now);
      }
    }
  }

  private boolean isDue(String nodeId, Instant now) {
    boolean doubt = sights.of(nodeId).reach().state() == Reach.State.WAVERING;
    Instant last = askedAt.get(nodeId);
    return last == null || !last.plus(doubt ? PAUSE_IN_DOUBT : PAUSE).isAfter(now);
  }

  /** Asks one out of turn, without waiting for its answer. */
  void ask(String nodeId) {
    target(nodeId).ifPresent(target -> start(target, clock.instant()));
  }

  private Optional<NodeTarget> target(String nodeId) {
    return fleet.known().stream()
        .filter(node -> node.id().equals(nodeId))
        .findAny()
        .map(KnownNode::target);
  }

  private void start(NodeTarget target, Instant now) {
    if (underWay.add(target.id())) {
      askedAt.put(target.id(), now);
      threads
          .probes()
          .execute(
              () -> {
                try {
                  probe(target);
                } finally {
                  underWay.remove(target.id());
                }
              });
    }
  }

  /** Asks and waits for the answer, at most three seconds. */
  NodePulse probe(NodeTarget target) {
    boolean wasAnswering = sights.of(target.id()).reach().state() == Reach.State.ANSWERING;
    NodePulse pulse = inspectors.pulse(target);
    boolean changed =
        pulse instanceof NodePulse.Alive alive
            ? sights.answered(target.id(), alive.jobs())
            : sights.missed(target.id(), ((NodePulse.Silent) pulse).reason());
    if (changed) {
      fleet.noted();
    }
    if (changed && !wasAnswering && pulse instanceof NodePulse.Alive) {
      inventories.cameBack(target.id());
    }
    return pulse;
  }

  /** Forgets nodes that are no more. */
  void keepOnly(Set<String> nodeIds) {
    askedAt.keySet().retainAll(nodeIds);
  }
}
