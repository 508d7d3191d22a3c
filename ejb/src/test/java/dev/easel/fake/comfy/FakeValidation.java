package dev.easel.fake.comfy;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Validates a graph as the server does before it queues it, in the recorded words. */
final class FakeValidation {

  private final FakeModels models;
  private final FakeFiles files;
  private final FakeGraph graph;
  private final Map<String, List<JsonObject>> errors = new LinkedHashMap<>();
  private final List<String> goodOutputs = new ArrayList<>();

  FakeValidation(FakeModels models, FakeFiles files, FakeGraph graph) {
    this.models = models;
    this.files = files;
    this.graph = graph;
  }

  /** The refusal; empty if at least one output can be made. */
  Optional<JsonObject> refusal() {
    for (String id : graph.json().keySet()) {
      String nodeClass = graph.nodeClass(id);
      if (nodeClass.isEmpty()) {
        return refused(
            "invalid_prompt",
            "Cannot execute because a node is missing the class_type property.",
            "Node ID '#" + id + "'");
      }
      if (!models.knows(nodeClass)) {
        return refused(
            "invalid_prompt",
            "Cannot execute because node " + nodeClass + " does not exist.",
            "Node ID '#" + id + "'");
      }
    }
    List<String> outputs =
        graph.json().keySet().stream()
            .filter(id -> models.declaration(graph.nodeClass(id)).getBoolean("output_node"))
            .toList();
    if (outputs.isEmpty()) {
      return refused("prompt_no_outputs", "Prompt has no outputs", "");
    }
    outputs.stream().filter(this::isValid).forEach(goodOutputs::add);
    return goodOutputs.isEmpty()
        ? refused("prompt_outputs_failed_validation", "Prompt outputs failed validation", "")
        : Optional.empty();
  }

  List<String> goodOutputs() {
    return goodOutputs;
  }

  private Optional<JsonObject> refused(String type, String message, String details) {
    return Optional.of(
        FakeJson.object()
            .add("error", error(type, message, details))
            .add("node_errors", nodeErrors())
            .build());
  }

  static JsonObjectBuilder error(String type, String message, String details) {
    return FakeJson.object()
        .add("type", type)
        .add("message", message)
        .add("details", details)
        .add("extra_info", FakeJson.object());
  }

  JsonObject nodeErrors() {
    JsonObjectBuilder all = FakeJson.object();
    errors.forEach(
        (id, list) -> {
          var array = FakeJson.array();
          list.forEach(array::add);
          all.add(
              id,
              FakeJson.object()
                  .add("errors", array)
                  .add("dependent_outputs", FakeJson.array())
                  .add("class_type", graph.nodeClass(id)));
        });
    return all.build();
  }

  private boolean isValid(String id) {
    JsonObject required =
        FakeJson.child(
            FakeJson.child(models.declaration(graph.nodeClass(id)), "input"), "required");
    boolean valid = true;
    for (String input : required.keySet()) {
      valid &= isValid(id, input, required.getJsonArray(input), graph.inputs(id).get(input));
    }
    return valid;
  }

  private boolean isValid(String id, String input, JsonArray declared, JsonValue value) {
    if (value == null) {
      return fault(id, input, "required_input_missing", "Required input is missing", input);
    }
    if (value instanceof JsonArray link) {
      return isValidLink(id, input, link);
    }
    if (input.equals("image") && graph.nodeClass(id).startsWith("LoadImage")) {
      String file = ((JsonString) value).getString();
      return files.find(FakeFiles.loaderKey(file)).isPresent()
          || fault(
              id,
              input,
              "custom_validation_failed",
              "Custom validation failed for node",
              "image - Invalid image file: " + file);
    }
    return declared.get(0) instanceof JsonArray choices
        ? isChoice(id, input, choices, value)
        : isNumber(id, input, declared, value);
  }

  private boolean isValidLink(String id, String input, JsonArray link) {
    Optional<String> source = FakeGraph.link(link);
    if (source.isEmpty()) {
      return fault(
          id,
          input,
          "bad_linked_input",
          "Bad linked input, must be a length-2 list of [node_id, slot_index]",
          input);
    }
    if (!graph.json().containsKey(source.get())) {
      return fault(
          id,
          input,
          "exception_during_inner_validation",
          "Exception when validating inner node",
          "'" + source.get() + "'");
    }
    return isValid(source.get());
  }

  private boolean isChoice(String id, String input, JsonArray choices, JsonValue value) {
    return choices.isEmpty() && !FakeModels.isModelInput(input)
        || choices.contains(value)
        || fault(
            id,
            input,
            "value_not_in_list",
            "Value not in list",
            input + ": '" + text(value) + "' not in " + choices);
  }

  private boolean isNumber(String id, String input, JsonArray declared, JsonValue value) {
    String type = declared.getString(0);
    if (!type.equals("INT") && !type.equals("FLOAT")) {
      return true;
    }
    if (!(value instanceof JsonNumber number)) {
      String message = "Failed to convert an input value to a " + type + " value";
      return fault(id, input, "invalid_input_type", message, input + ", " + text(value));
    }
    JsonObject limits = declared.size() > 1 ? declared.getJsonObject(1) : null;
    if (limits != null && limits.get("min") instanceof JsonNumber min) {
      if (number.bigDecimalValue().compareTo(min.bigDecimalValue()) < 0) {
        String message = "Value " + number + " smaller than min of " + min;
        return fault(id, input, "value_smaller_than_min", message, input);
      }
    }
    if (limits != null && limits.get("max") instanceof JsonNumber max) {
      if (number.bigDecimalValue().compareTo(max.bigDecimalValue()) > 0) {
        String message = "Value " + number + " bigger than max of " + max;
        return fault(id, input, "value_bigger_than_max", message, input);
      }
    }
    return true;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private boolean fault(String id, String input, String type, String message, String details) {
    JsonObject error =
        error(type, message, details)
            .add("extra_info", FakeJson.object().add("input_name", input))
            .build();
    List<JsonObject> known = errors.computeIfAbsent(id, unused -> new ArrayList<>());
    if (!known.contains(error)) {
      known.add(error);
    }
    return false;
  }
}
