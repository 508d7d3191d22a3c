package dev.easel.fake;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.service.dispatch.NodeFleet;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nodes as a test wants them; none, unless it adds some. */
public final class ScriptedFleet implements NodeFleet {

  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, Set<String>> models = new HashMap<>();
  private final Map<String, String> loaded = new HashMap<>();
  private final Set<String> down = new HashSet<>();
  private final List<String> reports = new ArrayList<>();

  public ScriptedFleet node(String nodeId, int count, String... served) {
    slots.put(nodeId, count);
    models.put(nodeId, Set.of(served));
    return this;
  }

  public void remove(String nodeId) {
    slots.remove(nodeId);
    models.remove(nodeId);
  }

  /** What the pipeline said of nodes, in order. */
  public List<String> reports() {
    return List.copyOf(reports);
  }

  @Override
  public List<Place> places() {
    return slots.entrySet().stream()
        .map(n -> new Place(n.getKey(), n.getValue(), Optional.ofNullable(loaded.get(n.getKey()))))
        .toList();
  }

  @Override
  public Optional<NodeTarget> target(String nodeId) {
    return slots.containsKey(nodeId)
        ? Optional.of(
            new NodeTarget(
                nodeId, nodeId, "scripted", URI.create("http://localhost:1"), Map.of(), ""))
        : Optional.empty();
  }

  public void down(String nodeId) {
    down.add(nodeId);
  }

  public void up(String nodeId) {
    down.remove(nodeId);
  }

  @Override
  public boolean isDown(String nodeId) {
    return down.contains(nodeId);
  }

  @Override
  public List<ModelRoute> routes(String nodeId, String modelId, Operation operation) {
    return models.getOrDefault(nodeId, Set.of()).contains(modelId)
        ? List.of(new ModelRoute("node:" + modelId, modelId, "scripted", "graph", 0))
        : List.of();
  }

  @Override
  public boolean isForNodes(String modelId, Operation operation) {
    return models.values().stream().anyMatch(served -> served.contains(modelId));
  }

  @Override
  public Optional<String> obstacle(String modelId, Operation operation) {
    return slots.isEmpty() ? Optional.of("nodes_down") : Optional.empty();
  }

  @Override
  public void rendered(String nodeId, String modelId) {
    loaded.put(nodeId, modelId);
    reports.add("rendered " + nodeId);
  }

  @Override
  public void faulted(String nodeId, String modelId, JobFault fault) {
    reports.add(fault.kind() + " " + nodeId);
  }

  @Override
  public void lost(String nodeId, String reason) {
    reports.add("lost " + nodeId);
  }
}
