package dev.easel.service.workflow;

import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A graph while values are put into it. What nobody touches stays as it was, in its order. */
final class GraphEdit {

  private final Map<String, JsonObject> nodes = new LinkedHashMap<>();
  private final Map<String, Map<String, JsonValue>> changed = new HashMap<>();

  GraphEdit(JsonObject graph) {
    graph.forEach((id, node) -> nodes.put(id, node.asJsonObject()));
  }

  void put(Slot slot, JsonValue value) {
    inputs(slot.node()).put(slot.input(), value);
  }

  JsonValue value(Slot slot) {
    return all(slot.node()).get(slot.input());
  }

  /** Adds a node, and returns its id. */
  String add(String nodeClass, Map<String, JsonValue> inputs) {
    String id = String.valueOf(highestNumber() + 1);
    nodes.put(id, Graphs.JSON.createObjectBuilder().add("class_type", nodeClass).build());
    changed.put(id, new LinkedHashMap<>(inputs));
    return id;
  }

  /** All nodes but some that took one output take another from now on. */
  void redirect(Link from, Link to, Set<String> except) {
    for (String id : nodes.keySet()) {
      if (except.contains(id)) {
        continue;
      }
      Map<String, JsonValue> all = all(id);
      all.forEach(
          (name, value) -> {
            if (Graphs.link(value).filter(from::equals).isPresent()) {
              inputs(id).put(name, Graphs.link(to));
            }
          });
    }
  }

  /** Nothing may take from them any more. */
  void remove(Set<String> ids) {
    nodes.keySet().removeAll(ids);
    changed.keySet().removeAll(ids);
  }

  JsonObject graph() {
    JsonObjectBuilder graph = Graphs.JSON.createObjectBuilder();
    nodes.forEach((id, node) -> graph.add(id, changed.containsKey(id) ? merged(id, node) : node));
    return graph.build();
  }

  private JsonObject merged(String id, JsonObject node) {
    JsonObjectBuilder inputs = Graphs.JSON.createObjectBuilder();
    all(id).forEach(inputs::add);
    return Graphs.JSON.createObjectBuilder(node).add("inputs", inputs).build();
  }

  private Map<String, JsonValue> all(String id) {
    JsonObject node = nodes.get(id);
    Map<String, JsonValue> all = new LinkedHashMap<>();
    if (node.containsKey("inputs")) {
      all.putAll(node.getJsonObject("inputs"));
    }
    all.putAll(changed.getOrDefault(id, Map.of()));
    return all;
  }

  private Map<String, JsonValue> inputs(String id) {
    return changed.computeIfAbsent(id, node -> new LinkedHashMap<>());
  }

  private int highestNumber() {
    return nodes.keySet().stream()
        .filter(id -> id.matches("[0-9]{1,8}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }
}
