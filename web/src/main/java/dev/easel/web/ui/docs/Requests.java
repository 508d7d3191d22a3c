package dev.easel.web.ui.docs;

import dev.easel.web.openapi.Node;
import dev.easel.web.ui.docs.Operation.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests of one operation as commands of curl. */
final class Requests {

  private static final String JSON = "application/json";
  private static final String NEXT = " \\\n  ";

  private final Node root;
  private final String base;
  private final String path;
  private final String verb;
  private final List<Node> parameters;

  Requests(Node root, String base, String path, String verb, List<Node> parameters) {
    this.root = root;
    this.base = base;
    this.path = path;
    this.verb = verb;
    this.parameters = parameters;
  }

  /** Of the body; empty if there is none. */
  Node schema(Node operation) {
    return operation.get("requestBody").get("content").get(JSON).get("schema");
  }

  List<Sample> samples(Node operation) {
    Map<String, Node> bodies =
        operation.get("requestBody").get("content").get(JSON).get("examples").members();
    if (bodies.isEmpty()) {
      return List.of(new Sample("", curl(operation, null)));
    }
    List<Sample> samples = new ArrayList<>();
    bodies
        .values()
        .forEach(
            body ->
                samples.add(new Sample(body.text("summary"), curl(operation, body.get("value")))));
    return samples;
  }

  private String curl(Node operation, Node body) {
    StringBuilder command = new StringBuilder("curl");
    boolean get = verb.equals("get");
    boolean stream =
        operation.get("responses").get("200").get("content").get("text/event-stream").exists();
    if (stream && (body == null || body.flag("stream"))) {
      command.append(" -N");
    }
    if (!get && body == null) {
      command.append(" -X ").append(verb.toUpperCase(Locale.ROOT));
    }
    command.append(' ').append(address());
    if (isKeyed(operation)) {
      command.append(NEXT).append("-H \"Authorization: Bearer $EASEL_API_KEY\"");
    }
    if (body != null) {
      command.append(NEXT).append("-H 'Content-Type: application/json'");
      command.append(NEXT).append("-d '").append(quoted(body)).append('\'');
    }
    return command.toString();
  }

  private static String quoted(Node body) {
    return JsonText.pretty(body.raw()).replace("'", "'\\''");
  }

  private boolean isKeyed(Node operation) {
    Node security =
        operation.get("security").exists() ? operation.get("security") : root.get("security");
    return !security.items().isEmpty();
  }

  /** Path parameters by their examples; query parameters that have one are sent too. */
  private String address() {
    String filled = path;
    List<String> query = new ArrayList<>();
    for (Node parameter : parameters) {
      String name = parameter.text("name");
      String example = parameter.text("example");
      if (parameter.text("in").equals("path") && !example.isEmpty()) {
        filled = filled.replace("{" + name + "}", example);
      } else if (parameter.text("in").equals("query") && !example.isEmpty()) {
        query.add(name + "=" + example);
      }
    }
    String address = base + filled;
    return query.isEmpty() ? address : "'" + address + "?" + String.join("&", query) + "'";
  }
}
