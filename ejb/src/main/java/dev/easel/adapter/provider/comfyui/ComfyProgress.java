package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How far a prompt is, from what its node tells. Sampling takes nearly all the time, so samplers
 * share nine tenths of the whole; without any, all nodes count the same.
 */
final class ComfyProgress {

  private static final double SAMPLING = 0.9;

  private Map<String, Double> weights = Map.of();
  private final Map<String, Double> done = new HashMap<>();
  private String executing = "";
  private double told;

  /** Until the graph is known, there is no progress. */
  void of(ComfyGraph graph) {
    Set<String> samplers = graph.samplers();
    int others = graph.nodeIds().size() - samplers.size();
    double sampling = samplers.isEmpty() ? 0 : others == 0 ? 1 : SAMPLING;
    Map<String, Double> newWeights = new HashMap<>();
    for (String id : graph.nodeIds()) {
      boolean samples = samplers.contains(id);
      newWeights.put(id, samples ? sampling / samplers.size() : (1 - sampling) / others);
    }
    weights = newWeights;
  }

  boolean knowsGraph() {
    return !weights.isEmpty();
  }

  /** 0–1, never falling. */
  double fraction() {
    double sum = 0;
    for (Map.Entry<String, Double> node : done.entrySet()) {
      sum += weights.getOrDefault(node.getKey(), 0.0) * node.getValue();
    }
    told = Math.max(told, Math.min(1, sum));
    return told;
  }

  /** {@code execution_cached}: nodes whose results are there already. */
  void cached(JsonObject data) {
    for (JsonValue node : NodeJson.list(data, "nodes")) {
      done.put(NodeJson.string(node), 1.0);
    }
  }

  /** {@code progress_state}: the whole state. */
  void state(JsonObject data) {
    for (JsonValue value : NodeJson.child(data, "nodes").values()) {
      if (value instanceof JsonObject node) {
        String id = NodeJson.string(node, "node_id");
        switch (NodeJson.string(node, "state")) {
          case "finished" -> done.put(id, 1.0);
          case "running" -> done.put(id, share(node));
          default -> done.remove(id);
        }
      }
    }
  }

  /** {@code executing}: older servers tell no more; one node begins, so the one before is done. */
  void executing(JsonObject data) {
    String next = data.get("node") instanceof JsonString node ? node.getString() : "";
    if (!executing.isEmpty() && !executing.equals(next)) {
      done.put(executing, 1.0);
    }
    executing = next;
  }

  /** {@code progress}: steps within a node. */
  void step(JsonObject data) {
    String node = NodeJson.string(data, "node");
    done.put(node.isEmpty() ? executing : node, share(data));
  }

  private static double share(JsonObject of) {
    double max = NodeJson.number(of, "max");
    return max > 0 ? Math.max(0, Math.min(1, NodeJson.number(of, "value") / max)) : 0;
  }
}
