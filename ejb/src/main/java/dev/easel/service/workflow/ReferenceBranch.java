package dev.easel.service.workflow;

import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a graph through which a further image comes in. It is there once as the graph is
 * written, is repeated for each further image of an order, one behind the other, and is left out if
 * there is none.
 *
 * @param image where the name of the file goes
 * @param strength where goes how much it counts; empty if the graph has no such input
 * @param onto the input of the branch that takes what the image is added to
 * @param end what the branch makes of that
 * @param roles of images it is good for
 * @param most how many images it takes
 */
record ReferenceBranch(
    Slot image, Optional<Slot> strength, Slot onto, Link end, Set<ReferenceRole> roles, int most) {

  ReferenceBranch {
    roles = Set.copyOf(roles);
  }

  /** What lies between the image and the end of the branch, both with it. */
  Set<String> nodes(JsonObject graph) {
    Set<String> nodes = new LinkedHashSet<>(Set.of(image.node()));
    Deque<String> open = new ArrayDeque<>(nodes);
    while (!open.isEmpty()) {
      String source = open.pop();
      if (source.equals(end.node())) {
        continue; // what takes from the end comes after the branch
      }
      graph.keySet().stream()
          .filter(node -> takes(graph, node, source) && nodes.add(node))
          .forEach(open::push);
    }
    return nodes;
  }

  private static boolean takes(JsonObject graph, String node, String source) {
    return Graphs.inputs(graph, node).values().stream()
        .flatMap(value -> Graphs.link(value).stream())
        .anyMatch(link -> link.node().equals(source));
  }

  /** Puts as many copies of the branch into the graph as there are images. */
  void into(GraphEdit edit, List<Use> uses) {
    JsonObject graph = edit.graph();
    Set<String> nodes = nodes(graph);
    if (uses.isEmpty()) {
      Graphs.link(edit.value(onto)).ifPresent(before -> edit.redirect(end, before, nodes));
      edit.remove(nodes);
      return;
    }
    put(edit, uses.get(0), Map.of());
    Link last = end;
    for (Use use : uses.subList(1, uses.size())) {
      Map<String, String> copies = copy(edit, graph, nodes);
      put(edit, use, copies);
      Link further = new Link(copies.get(end.node()), end.output());
      edit.redirect(last, further, Set.copyOf(copies.values()));
      edit.put(in(onto, copies), Graphs.link(last));
      last = further;
    }
  }

  private void put(GraphEdit edit, Use use, Map<String, String> copies) {
    edit.put(in(image, copies), Graphs.text(use.file()));
    strength.ifPresent(slot -> edit.put(in(slot, copies), Graphs.number(use.strength())));
  }

  private static Slot in(Slot slot, Map<String, String> copies) {
    return new Slot(copies.getOrDefault(slot.node(), slot.node()), slot.input());
  }

  /** The ids of the copies by those of their originals. */
  private static Map<String, String> copy(GraphEdit edit, JsonObject graph, Set<String> nodes) {
    Map<String, String> copies = new LinkedHashMap<>();
    nodes.forEach(node -> copies.put(node, edit.add(Graphs.nodeClass(graph, node), Map.of())));
    nodes.forEach(
        node ->
            Graphs.inputs(graph, node)
                .forEach(
                    (input, value) ->
                        edit.put(new Slot(copies.get(node), input), led(value, copies))));
    return copies;
  }

  private static JsonValue led(JsonValue value, Map<String, String> copies) {
    return Graphs.link(value)
        .map(link -> new Link(copies.getOrDefault(link.node(), link.node()), link.output()))
        .<JsonValue>map(Graphs::link)
        .orElse(value);
  }

  /**
   * One further image.
   *
   * @param file its name at the node
   * @param strength 0–1
   */
  record Use(String file, double strength) {}
}
