package dev.easel.service.workflow;

import dev.easel.domain.workflow.Link;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges whether something is a graph in API format that can run from front to end. */
final class GraphReader {

  static final int MOST_NODES = 400;

  private static final Pattern NODE_ID = Pattern.compile("[0-9A-Za-z_:.-]{1,60}");
  private static final Set<String> MEMBERS = Set.of("class_type", "inputs", "_meta", "is_changed");
  private static final int LONGEST_CLASS = 160;

  private final Faults faults;

  GraphReader(Faults faults) {
    this.faults = faults;
  }

  /** Notes all that is wrong under {@code graph}. */
  void judge(JsonObject graph) {
    if (graph.get("nodes") instanceof List<?>) {
      faults.add("graph", "is the editor's own format: export it in API format");
      return;
    }
    if (graph.isEmpty() || graph.size() > MOST_NODES) {
      faults.add("graph", "must have 1 to " + MOST_NODES + " nodes");
      return;
    }
    graph.forEach(this::judgeNode);
    if (faults.none()) {
      graph.keySet().forEach(node -> judgeLinks(graph, node));
      judgeCircles(graph);
    }
  }

  private void judgeNode(String id, JsonValue value) {
    String path = "graph." + id;
    if (!NODE_ID.matcher(id).matches()) {
      faults.add("graph", "has a node whose id is not 1 to 60 of 0-9, A-Z, a-z, _, :, . and -");
    } else if (!(value instanceof JsonObject node)) {
      faults.add(path, "must be an object with class_type and inputs");
    } else {
      judgeMembers(path, node);
    }
  }

  private void judgeMembers(String path, JsonObject node) {
    node.keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .limit(1)
        .forEach(name -> faults.add(path, "has a member that is not known here"));
    if (!(node.get("class_type") instanceof JsonString name)
        || name.getString().isBlank()
        || name.getString().length() > LONGEST_CLASS) {
      faults.add(path + ".class_type", "must be the name of a node class");
    }
    if (!(node.get("inputs") instanceof JsonObject)) {
      faults.add(path + ".inputs", "must be an object");
    }
  }

  private void judgeLinks(JsonObject graph, String node) {
    Graphs.inputs(graph, node)
        .forEach(
            (input, value) -> {
              String path = "graph." + node + ".inputs." + input;
              Graphs.link(value)
                  .filter(link -> !graph.containsKey(link.node()) || link.output() < 0)
                  .ifPresent(link -> faults.add(path, "leads to nothing: no such output"));
              if (value instanceof JsonNumber number && !sane(number)) {
                faults.add(path, "is out of range");
              }
            });
  }

  /** What fits 64 bits or a double; more would be written out digit by digit. */
  private static boolean sane(JsonNumber number) {
    return Math.abs((long) number.bigDecimalValue().precision() - number.bigDecimalValue().scale())
        < 400;
  }

  /** Takes away nodes that need nothing, again and again; what remains waits for itself. */
  private void judgeCircles(JsonObject graph) {
    Map<String, Set<String>> takers = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    for (String node : graph.keySet()) {
      Set<String> sources = sources(graph, node);
      open.put(node, sources.size());
      sources.forEach(source -> takers.computeIfAbsent(source, s -> new HashSet<>()).add(node));
    }
    Deque<String> ready = new ArrayDeque<>();
    open.forEach((node, sources) -> offer(ready, node, sources));
    int done = 0;
    while (!ready.isEmpty()) {
      done++;
      for (String taker : takers.getOrDefault(ready.pop(), Set.of())) {
        offer(ready, taker, open.merge(taker, -1, Integer::sum));
      }
    }
    if (done < graph.size()) {
      faults.add("graph", "has a circle: a node waits for its own result");
    }
  }

  private static void offer(Deque<String> ready, String node, int sources) {
    if (sources == 0) {
      ready.push(node);
    }
  }

  private static Set<String> sources(JsonObject graph, String node) {
    Set<String> sources = new HashSet<>();
    Graphs.inputs(graph, node)
        .values()
        .forEach(value -> Graphs.link(value).map(Link::node).ifPresent(sources::add));
    sources.retainAll(graph.keySet());
    return sources;
  }
}
