package dev.easel.service.workflow;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** How a node declares one of its classes, as {@code GET /object_info} prints it. */
record ClassDeclaration(JsonObject json) {

  /** Empty if the node does not have it, which it may say by an empty object. */
  static Optional<ClassDeclaration> find(JsonObject objectInfo, String nodeClass) {
    return objectInfo.get(nodeClass) instanceof JsonObject declared && !declared.isEmpty()
        ? Optional.of(new ClassDeclaration(declared))
        : Optional.empty();
  }

  /** Names of inputs that have to be there. */
  Set<String> required() {
    return group("required").keySet();
  }

  /** Empty if there is no such input, or its declaration is in a language we do not know. */
  Optional<InputDeclaration> input(String name) {
    JsonValue declared = group("required").get(name);
    return InputDeclaration.of(declared == null ? group("optional").get(name) : declared);
  }

  /** Whether the class takes an input of that name, however it is declared. */
  boolean knows(String name) {
    // Dynamic inputs are declared by what stands before the dot.
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return Set.of("required", "optional", "hidden").stream()
        .map(this::group)
        .anyMatch(group -> group.containsKey(name) || group.containsKey(stem));
  }

  int outputs() {
    return output().size();
  }

  /** The type of an output; {@code COMBO} if it is a list to choose from. */
  String outputType(int position) {
    return output().get(position) instanceof JsonString type
        ? type.getString()
        : InputDeclaration.COMBO;
  }

  /** Whether running ends here. */
  boolean ends() {
    return json.getBoolean("output_node", false);
  }

  private JsonArray output() {
    return json.get("output") instanceof JsonArray output ? output : JsonValue.EMPTY_JSON_ARRAY;
  }

  private JsonObject group(String name) {
    return json.get("input") instanceof JsonObject input
            && input.get(name) instanceof JsonObject group
        ? group
        : JsonValue.EMPTY_JSON_OBJECT;
  }
}
