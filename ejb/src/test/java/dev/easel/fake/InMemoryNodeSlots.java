package dev.easel.fake;

import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.generation.Generation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Places on nodes without a database. One transaction at a time, so there is nobody to keep out.
 */
public final class InMemoryNodeSlots implements NodeSlots {

  private final InMemoryDatabase database;
  private final Map<String, String> nodes = new HashMap<>();
  private final Set<String> gates = new HashSet<>();

  public InMemoryNodeSlots(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void open(String nodeId) {
    gates.add(nodeId);
  }

  @Override
  public boolean lock(String nodeId) {
    return gates.contains(nodeId);
  }

  @Override
  public int taken(String nodeId) {
    return taken().getOrDefault(nodeId, 0);
  }

  @Override
  public Map<String, Integer> taken() {
    Map<String, Integer> taken = new HashMap<>();
    nodes.values().forEach(node -> taken.merge(node, 1, Integer::sum));
    return taken;
  }

  @Override
  public void take(String nodeId, String generationId, String modelId, Instant now) {
    if (nodes.putIfAbsent(generationId, nodeId) != null) {
      throw new IllegalStateException(generationId + " has a place already");
    }
    database.onRollback(() -> nodes.remove(generationId));
  }

  @Override
  public Optional<String> nodeOf(String generationId) {
    return Optional.ofNullable(nodes.get(generationId));
  }

  @Override
  public void free(String generationId) {
    String node = nodes.remove(generationId);
    if (node != null) {
      database.onRollback(() -> nodes.put(generationId, node));
    }
  }

  @Override
  public int freeEnded() {
    int before = nodes.size();
    nodes.keySet().removeIf(this::hasEnded);
    return before - nodes.size();
  }

  private boolean hasEnded(String generationId) {
    return database
        .find(Generation.class, generationId)
        .filter(generation -> generation.status().isFinal())
        .isPresent();
  }
}
