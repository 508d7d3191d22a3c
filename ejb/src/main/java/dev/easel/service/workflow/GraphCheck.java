package dev.easel.service.workflow;

import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a workflow by what a node declares of its classes. Model files that are missing are told,
 * but are no fault of the graph: which nodes have them is asked whenever it is used.
 */
public final class GraphCheck {

  /** Shows images without keeping them. */
  private static final String PREVIEW = "PreviewImage";

  private final Plan plan;
  private final JsonObject graph;
  private final JsonObject objectInfo;
  private final List<Finding> findings = new ArrayList<>();

  private GraphCheck(Plan plan, JsonObject objectInfo) {
    this.plan = plan;
    this.graph = plan.graph();
    this.objectInfo = objectInfo;
  }

  /**
   * @param objectInfo class by class, as {@code GET /object_info} prints them
   */
  public static List<Finding> check(Plan plan, JsonObject objectInfo) {
    return new GraphCheck(plan, objectInfo).findings();
  }

  private List<Finding> findings() {
    for (String node : graph.keySet()) {
      String name = Graphs.nodeClass(graph, node);
      ClassDeclaration.find(objectInfo, name)
          .ifPresentOrElse(
              declared -> judge(node, declared),
              () ->
                  findings.add(
                      Finding.atNode("unknown_class", node, "There is no class '" + name + "'")));
    }
    judgeRepeats();
    judgeEnd();
    plan.bindings().forEach(this::judgeBinding);
    return List.copyOf(findings);
  }

  private void judge(String node, ClassDeclaration declared) {
    JsonObject inputs = Graphs.inputs(graph, node);
    for (String name : declared.required()) {
      // Dynamic inputs are sent as 'name.part' and declared as 'name'.
      boolean there =
          inputs.keySet().stream().anyMatch(i -> i.equals(name) || i.startsWith(name + "."));
      if (!there) {
        findings.add(Finding.error("input_missing", node, name, "'" + name + "' is required"));
      }
    }
    inputs.forEach(
        (name, value) -> {
          if (!declared.knows(name)) {
            findings.add(
                Finding.warning(
                    "unknown_input", node, name, "The class has no input '" + name + "'"));
          }
          declared.input(name).ifPresent(input -> judgeInput(node, name, input, value));
        });
  }

  private void judgeInput(String node, String name, InputDeclaration input, JsonValue value) {
    Optional<Link> link = Graphs.link(value);
    if (link.isPresent()) {
      judgeLink(node, name, input, link.get());
    } else if (!input.written()) {
      findings.add(
          Finding.error(
              "link_missing",
              node,
              name,
              "'%s' takes %s from another node, not a value".formatted(name, input.type())));
    } else if (input.type().equals(InputDeclaration.COMBO)) {
      judgeChoice(node, name, input, value);
    } else {
      input
          .objection(value)
          .ifPresent(
              objection ->
                  findings.add(
                      Finding.error(
                          "invalid_value",
                          node,
                          name,
                          "The value of '" + name + "' is " + objection)));
    }
  }

  private void judgeLink(String node, String name, InputDeclaration input, Link link) {
    String sourceClass = Graphs.nodeClass(graph, link.node());
    Optional<ClassDeclaration> source = ClassDeclaration.find(objectInfo, sourceClass);
    if (source.isEmpty()) {
      return; // told already
    }
    if (link.output() >= source.get().outputs()) {
      findings.add(
          Finding.error(
              "no_such_output",
              node,
              name,
              "%s has no output %d".formatted(sourceClass, link.output())));
      return;
    }
    String type = source.get().outputType(link.output());
    if (!input.takes(type)) {
      findings.add(
          Finding.error(
              "wrong_type",
              node,
              name,
              "'%s' takes %s, but output %d of %s is %s"
                  .formatted(name, input.type(), link.output(), sourceClass, type)));
    }
  }

  private void judgeChoice(String node, String name, InputDeclaration input, JsonValue value) {
    boolean upload = input.uploaded() || isUpload(node, name);
    if (upload || input.choices().contains(value) || value instanceof JsonObject) {
      return;
    }
    String shown = value instanceof JsonString text ? text.getString() : value.toString();
    boolean file = NeededFiles.folder(Graphs.nodeClass(graph, node), name).isPresent();
    findings.add(
        file
            ? Finding.warning(
                "file_missing", node, name, "The node does not have the file '" + shown + "'")
            : Finding.error(
                "not_a_choice", node, name, "'%s' is no choice of '%s'".formatted(shown, name)));
  }

  private void judgeRepeats() {
    for (String name : plan.repeats().classes()) {
      if (ClassDeclaration.find(objectInfo, name).isEmpty()) {
        findings.add(
            Finding.error("unknown_class", "Several images need the class '" + name + "'"));
      }
    }
    plan.repeats()
        .latent()
        .filter(link -> !type(link).orElse("LATENT").equals("LATENT"))
        .ifPresent(
            link ->
                findings.add(Finding.error("wrong_type", "repeat_from must name a LATENT output")));
  }

  /** Empty if the class is not known, which is told elsewhere. */
  private Optional<String> type(Link link) {
    return ClassDeclaration.find(objectInfo, Graphs.nodeClass(graph, link.node()))
        .map(source -> link.output() < source.outputs() ? source.outputType(link.output()) : "");
  }

  private void judgeEnd() {
    boolean delivers =
        graph.keySet().stream()
            .map(node -> Graphs.nodeClass(graph, node))
            .filter(name -> !name.equals(PREVIEW))
            .flatMap(name -> ClassDeclaration.find(objectInfo, name).stream())
            .anyMatch(ClassDeclaration::ends);
    if (!delivers) {
      findings.add(Finding.error("no_output", "No node saves an image, such as SaveImage does"));
    }
  }

  private void judgeBinding(Parameter parameter, List<Slot> slots) {
    for (Slot slot : slots) {
      Optional<ClassDeclaration> declared =
          ClassDeclaration.find(objectInfo, Graphs.nodeClass(graph, slot.node()));
      if (declared.isPresent() && !declared.get().knows(slot.input())) {
        findings.add(bad(parameter, slot, "which the class does not have"));
      }
      declared
          .flatMap(known -> known.input(slot.input()))
          .filter(input -> !fits(parameter, input.type()))
          .ifPresent(input -> findings.add(bad(parameter, slot, "which takes " + input.type())));
    }
  }

  private static Finding bad(Parameter parameter, Slot slot, String why) {
    return Finding.error(
        "wrong_binding",
        slot.node(),
        slot.input(),
        "'%s' is bound to '%s', %s".formatted(parameter.wire(), slot.input(), why));
  }

  private static boolean fits(Parameter parameter, String type) {
    Set<String> fitting =
        switch (parameter.kind()) {
          case TEXT -> Set.of("STRING");
          case INTEGER -> Set.of("INT", "FLOAT");
          case NUMBER -> Set.of("FLOAT");
          case CHOICE, IMAGE, FILE -> Set.of(InputDeclaration.COMBO, "STRING");
        };
    return type.equals("*") || List.of(type.split(",")).stream().anyMatch(fitting::contains);
  }

  private boolean isUpload(String node, String input) {
    Slot slot = new Slot(node, input);
    return plan.references().map(ReferenceBranch::image).filter(slot::equals).isPresent()
        || slotOf(Parameter.Kind.IMAGE, slot);
  }

  private boolean slotOf(Parameter.Kind kind, Slot slot) {
    return plan.bindings().entrySet().stream()
        .filter((Map.Entry<Parameter, List<Slot>> binding) -> binding.getKey().kind() == kind)
        .anyMatch(binding -> binding.getValue().contains(slot));
  }
}
