package dev.easel.fake.comfy;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A submitted graph, walked from its outputs backwards as the server does. */
final class FakeGraph {

  private final JsonObject nodes;

  FakeGraph(JsonObject nodes) {
    this.nodes = nodes;
  }

  JsonObject json() {
    return nodes;
  }

  String nodeClass(String id) {
    return FakeJson.string(FakeJson.child(nodes, id), "class_type");
  }

  JsonObject inputs(String id) {
    return FakeJson.child(FakeJson.child(nodes, id), "inputs");
  }

  /** The nodes it reads from, in the order of its inputs. */
  List<String> sources(String id) {
    List<String> sources = new ArrayList<>();
    for (JsonValue value : inputs(id).values()) {
      link(value).ifPresent(sources::add);
    }
    return sources;
  }

  static Optional<String> link(JsonValue value) {
    return value instanceof JsonArray link
            && link.size() == 2
            && link.get(0) instanceof JsonString source
        ? Optional.of(source.getString())
        : Optional.empty();
  }

  /** All nodes the outputs need, sources first. */
  List<String> executionOrder(List<String> outputs) {
    Set<String> order = new LinkedHashSet<>();
    outputs.forEach(output -> visit(output, order, new LinkedHashSet<>()));
    return List.copyOf(order);
  }

  private void visit(String id, Set<String> order, Set<String> path) {
    if (order.contains(id) || !path.add(id)) {
      return;
    }
    sources(id).forEach(source -> visit(source, order, path));
    order.add(id);
  }

  /** Equal for nodes that would compute the same from the same. */
  String signature(String id) {
    StringBuilder text = new StringBuilder(nodeClass(id));
    inputs(id)
        .forEach(
            (name, value) ->
                text.append('|')
                    .append(name)
                    .append('=')
                    .append(link(value).map(this::signature).orElseGet(value::toString)));
    return text.toString();
  }

  /** The nearest number of that name at or above a node. */
  Optional<JsonNumber> nearest(String id, String input) {
    if (inputs(id).get(input) instanceof JsonNumber number) {
      return Optional.of(number);
    }
    return sources(id).stream()
        .map(source -> nearest(source, input))
        .flatMap(Optional::stream)
        .findFirst();
  }

  boolean uses(String nodeClass) {
    return nodes.keySet().stream().anyMatch(id -> nodeClass(id).equals(nodeClass));
  }
}
