package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.workflow.Workflow;
import dev.easel.service.workflow.PlanReader;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A workflow as an administrator sends it; its definition is judged by the service. */
final class WorkflowBody {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
  private static final int USUAL_PREFERENCE = 100;
  private static final int MOST_PREFERENCE = 10_000;

  private final JsonInput body;

  WorkflowBody(JsonInput body) {
    this.body = body;
    Set<String> members = new HashSet<>(PlanReader.MEMBERS);
    members.addAll(Set.of("id", "name", "model", "operation", "preference", "version"));
    body.refuseStrangers(members);
  }

  /** The one that was sent, or a new one. */
  String id() {
    String id = body.text("id");
    if (id == null) {
      return Ids.random("wf");
    }
    if (!ID.matcher(id).matches()) {
      body.violate("id", "must be 1 to 80 of a-z, 0-9, ., _ and -, the first a letter or digit");
    }
    return id;
  }

  void mustNotRename() {
    if (body.has("id")) {
      body.violate("id", "cannot be changed");
    }
  }

  /** The version a change is meant for. */
  Optional<Long> version() {
    return Optional.ofNullable(body.longInteger("version"));
  }

  Workflow.Terms terms() {
    String name = required("name", Workflow.LONGEST_NAME);
    String model = required("model", 120);
    Optional<Capability> operation = operation();
    int preference = preference();
    String definition = definition();
    body.check();
    return new Workflow.Terms(name, model, operation.orElseThrow(), preference, definition);
  }

  /**
   * @param wire null for none
   * @throws FailureException {@code INVALID_REQUEST} for what workflows are not for
   */
  static Optional<Capability> operation(String wire) {
    if (wire == null) {
      return Optional.empty();
    }
    Optional<Capability> found = parse(wire);
    if (found.isEmpty()) {
      throw FailureException.invalid("operation", operations());
    }
    return found;
  }

  private Optional<Capability> operation() {
    String wire = body.text("operation");
    Optional<Capability> found = Optional.ofNullable(wire).flatMap(WorkflowBody::parse);
    if (found.isEmpty()) {
      body.violate("operation", wire == null ? "is required" : operations());
    }
    return found;
  }

  private static Optional<Capability> parse(String wire) {
    return Arrays.stream(Capability.values())
        .filter(PlanReader::isOperation)
        .filter(known -> known.wire().equals(wire.replace('_', '-')))
        .findFirst();
  }

  private static String operations() {
    return "must be one of: "
        + Arrays.stream(Capability.values())
            .filter(PlanReader::isOperation)
            .map(Capability::wire)
            .collect(Collectors.joining(", "));
  }

  private String required(String name, int longest) {
    String text = body.text(name, longest);
    if (text == null || text.isBlank()) {
      body.violate(name, "is required");
    }
    return text;
  }

  private int preference() {
    Integer given = body.integer("preference");
    if (given != null && (given < 0 || given > MOST_PREFERENCE)) {
      body.violate("preference", "must be between 0 and " + MOST_PREFERENCE);
    }
    return given == null ? USUAL_PREFERENCE : given;
  }

  private String definition() {
    JsonObjectBuilder definition = WireJson.object();
    PlanReader.MEMBERS.stream()
        .sorted()
        .forEach(name -> body.value(name).ifPresent(value -> definition.add(name, value)));
    String written = definition.build().toString();
    if (written.length() > Workflow.LONGEST_DEFINITION) {
      body.violate(
          "graph",
          "with its bindings must be at most " + Workflow.LONGEST_DEFINITION + " characters");
    }
    return written;
  }
}
