package dev.easel.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A place in the document. References are followed by themselves; what is not there is an empty
 * node, so that a path can be walked without asking at each step.
 */
public final class Node {

  private static final String REFERENCE = "$ref";

  private final Map<String, Object> document;
  private final Object value;
  private final UnaryOperator<String> wording;

  Node(Map<String, Object> document, Object value, UnaryOperator<String> wording) {
    this.document = document;
    this.value = followed(document, value);
    this.wording = wording;
  }

  public boolean exists() {
    return value != null;
  }

  public Node get(String name) {
    return at(value instanceof Map ? YamlFiles.map(value).get(name) : null);
  }

  /** Empty if there is none. */
  public String text(String name) {
    Node found = get(name);
    return found.exists() ? wording.apply(found.value.toString()) : "";
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(get(name).value);
  }

  /** The value as YAML read it, examples' host replaced in its text. */
  public Object raw() {
    return worded(value);
  }

  public List<Node> items() {
    return value instanceof List<?> list ? list.stream().map(this::at).toList() : List.of();
  }

  /** In their order. */
  public Map<String, Node> members() {
    Map<String, Node> members = new LinkedHashMap<>();
    if (value instanceof Map) {
      YamlFiles.map(value).forEach((name, member) -> members.put(name, at(member)));
    }
    return members;
  }

  private Node at(Object place) {
    return new Node(document, place, wording);
  }

  private Object worded(Object part) {
    if (part instanceof String text) {
      return wording.apply(text);
    }
    if (part instanceof List<?> list) {
      return list.stream().map(this::worded).toList();
    }
    if (part instanceof Map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      YamlFiles.map(part).forEach((name, member) -> copy.put(name, worded(member)));
      return copy;
    }
    return part;
  }

  private static Object followed(Map<String, Object> document, Object value) {
    if (!(value instanceof Map) || !(YamlFiles.map(value).get(REFERENCE) instanceof String path)) {
      return value;
    }
    Object found = document;
    for (String step : path.substring("#/".length()).split("/")) {
      found = found instanceof Map ? YamlFiles.map(found).get(step) : null;
    }
    return found;
  }
}
