package dev.easel.service.workflow;

import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where values go: by parameter {@code {"node", "input"}}, or several of them. */
final class BindingReader {

  private static final int MOST_SLOTS = 32;

  private final JsonObject graph;
  private final Faults faults;
  private final Set<Slot> taken = new HashSet<>();

  BindingReader(JsonObject graph, Faults faults) {
    this.graph = graph;
    this.faults = faults;
  }

  Map<Parameter, List<Slot>> read(JsonObject bindings) {
    Map<Parameter, List<Slot>> read = new EnumMap<>(Parameter.class);
    bindings.forEach(
        (name, value) -> {
          Optional<Parameter> parameter = Parameter.parse(name);
          if (parameter.isEmpty()) {
            faults.add("bindings." + PlanReader.shown(name), "is not known here");
          } else {
            read.put(parameter.get(), slots(parameter.get(), value));
          }
        });
    return read;
  }

  /** Reads {@code repeat_images}: inputs that come from other nodes. */
  List<Slot> linked(JsonObject definition) {
    JsonValue value = definition.getOrDefault("repeat_images", JsonValue.EMPTY_JSON_ARRAY);
    if (!(value instanceof JsonArray all) || all.size() > MOST_SLOTS) {
      faults.add("repeat_images", "must be at most " + MOST_SLOTS + " of {\"node\", \"input\"}");
      return List.of();
    }
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String path = "repeat_images[" + i + "]";
      given(path, all.get(i)).filter(slot -> isLinked(path, slot)).ifPresent(slots::add);
    }
    return slots;
  }

  private boolean isLinked(String path, Slot slot) {
    boolean linked =
        graph.containsKey(slot.node())
            && Graphs.link(
                    Graphs.inputs(graph, slot.node()).getOrDefault(slot.input(), JsonValue.NULL))
                .isPresent();
    if (!linked) {
      faults.add(path, "must name an input that comes from another node");
    }
    return linked;
  }

  private List<Slot> slots(Parameter parameter, JsonValue value) {
    String path = "bindings." + parameter.wire();
    if (value instanceof JsonObject one) {
      return slot(parameter, path, one).map(List::of).orElse(List.of());
    }
    if (!(value instanceof JsonArray all) || all.isEmpty() || all.size() > MOST_SLOTS) {
      faults.add(path, "must be {\"node\", \"input\"} or 1 to " + MOST_SLOTS + " of them");
      return List.of();
    }
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      slot(parameter, path + "[" + i + "]", all.get(i)).ifPresent(slots::add);
    }
    return slots;
  }

  private Optional<Slot> slot(Parameter parameter, String path, JsonValue value) {
    Optional<Slot> slot = given(path, value);
    Optional<String> fault = slot.flatMap(s -> fault(parameter, s));
    fault.ifPresent(reason -> faults.add(path, reason));
    return fault.isEmpty() ? slot : Optional.empty();
  }

  private Optional<Slot> given(String path, JsonValue value) {
    if (!(value instanceof JsonObject given)
        || !given.keySet().equals(Set.of("node", "input"))
        || !(given.get("node") instanceof JsonString node)
        || !(given.get("input") instanceof JsonString input)) {
      faults.add(path, "must be {\"node\", \"input\"}, both strings");
      return Optional.empty();
    }
    return Optional.of(new Slot(node.getString(), input.getString()));
  }

  private Optional<String> fault(Parameter parameter, Slot slot) {
    if (!graph.containsKey(slot.node())) {
      return Optional.of("names a node that is not in the graph");
    }
    JsonValue now = Graphs.inputs(graph, slot.node()).get(slot.input());
    if (now == null) {
      return Optional.of("names an input that the node does not have");
    }
    if (Graphs.link(now).isPresent()) {
      return Optional.of("names an input that comes from another node");
    }
    if (!fits(parameter, now)) {
      return Optional.of("names an input that holds another kind of value");
    }
    return taken.add(slot)
        ? Optional.empty()
        : Optional.of("names an input that another binding names");
  }

  /** What is there shows what is wanted: a number cannot stand where a text stood. */
  private static boolean fits(Parameter parameter, JsonValue now) {
    return switch (parameter.kind()) {
      case INTEGER, NUMBER -> now instanceof JsonNumber;
      case TEXT, CHOICE, IMAGE, FILE -> now instanceof JsonString;
    };
  }
}
