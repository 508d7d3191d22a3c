package dev.easel.web.ui.docs;

import dev.easel.web.openapi.ErrorCatalog;
import dev.easel.web.openapi.Node;
import dev.easel.web.ui.docs.Operation.Answer;
import dev.easel.web.ui.docs.Operation.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the OpenAPI document as the pages need it. */
final class Reference {

  private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");
  private static final String SAME = "x-same-as";

  private final Node root;
  private final ErrorCatalog errors;
  private final String base;

  Reference(Node root, ErrorCatalog errors, String base) {
    this.root = root;
    this.errors = errors;
    this.base = base;
  }

  List<Surface> surfaces() {
    return root.get("tags").items().stream().map(this::surface).toList();
  }

  private Surface surface(Node tag) {
    String name = tag.text("name");
    return new Surface(
        name,
        tag.text("x-title"),
        base + tag.text("x-base").replaceFirst("/$", ""),
        Prose.html(tag.text("description")),
        places()
            .filter(place -> place.tag().equals(name))
            .filter(place -> !place.operation().get(SAME).exists())
            .map(this::operation)
            .toList());
  }

  /** An operation and where it is. */
  private record Place(String path, String verb, Node shared, Node operation) {
    String tag() {
      return String.valueOf(((List<?>) operation.get("tags").raw()).get(0));
    }

    String address() {
      return verb.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  private Stream<Place> places() {
    return root.get("paths").members().entrySet().stream().flatMap(this::placesUnder);
  }

  private Stream<Place> placesUnder(Map.Entry<String, Node> path) {
    Map<String, Node> members = path.getValue().members();
    return VERBS.stream()
        .filter(members::containsKey)
        .map(verb -> new Place(path.getKey(), verb, path.getValue(), members.get(verb)));
  }

  private Operation operation(Place place) {
    Node operation = place.operation();
    String id = operation.text("operationId");
    Requests requests = new Requests(root, base, place.path(), place.verb(), parameters(place));
    return new Operation(
        id,
        place.verb().toUpperCase(Locale.ROOT),
        place.path(),
        operation.text("summary"),
        Prose.html(operation.text("description")),
        parameters(place).stream().map(Schemas::parameter).toList(),
        Schemas.members(requests.schema(operation)),
        requests.samples(operation),
        answers(operation),
        troubles(place),
        places().filter(p -> p.operation().text(SAME).equals(id)).map(Place::address).toList());
  }

  private static List<Node> parameters(Place place) {
    List<Node> all = new ArrayList<>(place.shared().get("parameters").items());
    all.addAll(place.operation().get("parameters").items());
    return all;
  }

  private static List<Answer> answers(Node operation) {
    List<Answer> answers = new ArrayList<>();
    operation
        .get("responses")
        .members()
        .forEach(
            (status, response) -> {
              if (status.compareTo("400") < 0 || response.get("content").members().size() > 1) {
                answers.addAll(answers(status, response));
              }
            });
    return answers;
  }

  /** One for each media type that has an example, or one without. */
  private static List<Answer> answers(String status, Node response) {
    String description = Prose.html(response.text("description"));
    List<Answer> shown =
        response.get("content").members().values().stream()
            .flatMap(Reference::examples)
            .map(example -> new Answer(status, description, example(example.raw())))
            .toList();
    return shown.isEmpty() ? List.of(new Answer(status, description, "")) : shown;
  }

  /** Literal, or shared ones by their names. */
  private static Stream<Node> examples(Node content) {
    Node literal = content.get("example");
    return literal.exists()
        ? Stream.of(literal)
        : content.get("examples").members().values().stream().map(shared -> shared.get("value"));
  }

  private static String example(Object value) {
    return value instanceof String text
        ? Prose.escaped(text)
        : JsonText.marked(JsonText.pretty(value));
  }

  private List<Trouble> troubles(Place place) {
    List<ErrorCatalog.Entry> known = errors.of(place.tag());
    return place.operation().get("responses").members().keySet().stream()
        .filter(status -> status.compareTo("400") >= 0)
        .flatMap(
            status ->
                known.stream()
                    .filter(entry -> entry.status().contains(status))
                    .map(entry -> new Trouble(status, entry.code(), entry.title())))
        .toList();
  }
}
