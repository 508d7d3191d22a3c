package dev.easel.service.node;

import dev.easel.domain.node.Reach;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at what nodes have: every five minutes, by one server of all, and when there is cause. */
@ApplicationScoped
public class Inventories {

  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration MEMORY_EVERY = Duration.ofSeconds(30);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  /** A node that was away this long may have been restarted with other files. */
  private static final Duration LONG_AWAY = Duration.ofSeconds(10);

  @Inject Fleet fleet;
  @Inject Sights sights;
  @Inject Inspectors inspectors;
  @Inject StateSteps steps;
  @Inject NodeThreads threads;
  @Inject Clock clock;

  private final Set<String> away = ConcurrentHashMap.newKeySet();

  /** Starts the looks that are due, without waiting for them. */
  void takeDue() {
    Instant now = clock.instant();
    for (KnownNode node : fleet.known()) {
      boolean answers = sights.of(node.id()).reach().state() == Reach.State.ANSWERING;
      boolean back = away.remove(node.id());
      if (back && stale(node, now)) {
        steps.wantInventory(node.id(), now);
      }
      boolean due = back || !node.state().inventoryDueAt().isAfter(now);
      if (answers && due && steps.claimInventory(node.id(), EVERY)) {
        threads.looks().execute(() -> take(node.target()));
      } else if (answers
          && !node.state().memoryDueAt().isAfter(now)
          && steps.claimMemory(node.id(), MEMORY_EVERY)) {
        threads.looks().execute(() -> measure(node.target()));
      }
    }
  }

  /** The next read of the fleet shows it: nothing is decided by free memory. */
  private void measure(NodeTarget target) {
    List<NodeFacts.Device> devices = inspectors.devices(target);
    if (!devices.isEmpty()) {
      steps.measured(target.id(), devices);
    }
  }

  private static boolean stale(KnownNode node, Instant now) {
    return node.state().inventoryAt().filter(at -> at.plus(LONG_AWAY).isAfter(now)).isEmpty();
  }

  /** A node answers again. */
  void cameBack(String nodeId) {
    away.add(nodeId);
  }

  /**
   * Looks and waits for it, some seconds.
   *
   * @return whether the node told
   */
  boolean take(NodeTarget target) {
    Optional<NodeFacts> facts = inspectors.inspect(target);
    if (facts.isPresent()) {
      steps.found(target.id(), facts.get());
    } else {
      steps.wantInventory(target.id(), clock.instant().plus(AFTER_FAILURE));
    }
    fleet.edited();
    return facts.isPresent();
  }
}
