package dev.easel.web.ui.docs;

import dev.easel.web.openapi.Node;
import dev.easel.web.ui.docs.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Schemas as rows of a table: members of members with dotted names. */
final class Schemas {

  private Schemas() {}

  static Parameter parameter(Node parameter) {
    Node schema = parameter.get("schema");
    return new Parameter(
        parameter.text("name"),
        parameter.text("in"),
        type(schema),
        parameter.flag("required"),
        Prose.html(parameter.text("description")) + limits(schema));
  }

  static List<Parameter> members(Node schema) {
    List<Parameter> rows = new ArrayList<>();
    addMembers("", schema, rows);
    return rows;
  }

  private static void addMembers(String prefix, Node schema, List<Parameter> rows) {
    Set<Object> required =
        schema.get("required").raw() instanceof List<?> names ? Set.copyOf(names) : Set.of();
    schema
        .get("properties")
        .members()
        .forEach(
            (name, member) -> {
              String text = Prose.html(member.text("description")) + limits(member);
              boolean isRequired = required.contains(name);
              rows.add(new Parameter(prefix + name, "body", type(member), isRequired, text));
              addMembers(prefix + name + ".", member, rows);
            });
  }

  private static String type(Node schema) {
    Object type = schema.get("type").raw();
    if (type instanceof List<?> types) {
      return types.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
    return type == null ? "" : type.toString();
  }

  private static String limits(Node schema) {
    StringBuilder limits = new StringBuilder();
    if (schema.get("enum").raw() instanceof List<?> values) {
      limits.append(" One of ").append(codes(values)).append('.');
    }
    String least = schema.text("minimum");
    String most = schema.text("maximum");
    if (!least.isEmpty()) {
      limits.append(most.isEmpty() ? " At least " + least : " Range " + least + "–" + most);
      String step = schema.text("multipleOf");
      limits.append(step.isEmpty() ? "." : ", in steps of " + step + ".");
    }
    if (schema.get("default").exists()) {
      limits.append(" Default ").append(codes(List.of(schema.text("default")))).append('.');
    }
    return limits.toString();
  }

  private static String codes(List<?> values) {
    return values.stream()
        .map(value -> "<code>" + Prose.escaped(value.toString()) + "</code>")
        .collect(Collectors.joining(", "));
  }
}
