package dev.easel.service.workflow;

import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.ClassDeclarations;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Workflow;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What administrators do with workflows. Nothing runs that did not pass a check. */
@ApplicationScoped
public class WorkflowDesk {

  /** What a check is against when the declarations came with the request. */
  private static final String DOCUMENT = "document";

  @Inject WorkflowSteps steps;
  @Inject PlanCache plans;
  @Inject CatalogRepository catalog;
  @Inject @Any Instance<ClassDeclarations> found;
  @Inject Clock clock;

  List<ClassDeclarations> nodes = List.of();

  @PostConstruct
  void index() {
    nodes = found.stream().toList();
  }

  /** All of them, in the order in which they are tried. */
  public List<Workflow> list() {
    return steps.all();
  }

  public Workflow get(String id) {
    return steps.get(id);
  }

  public Plan plan(Workflow workflow) {
    return plans.of(workflow);
  }

  /**
   * Not enabled yet.
   *
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong with it
   */
  public Workflow create(String id, Workflow.Terms terms) {
    judge(terms);
    return steps.add(Workflow.own(id, terms, clock.instant()));
  }

  /** Another definition is not enabled until it was checked. */
  public Workflow replace(String id, Optional<Long> version, Workflow.Terms terms) {
    judge(terms);
    return steps.change(id, version, workflow -> workflow.replace(terms, clock.instant()));
  }

  /**
   * The same graph with other model files.
   *
   * @param files by parameter; others stay
   */
  public Workflow chooseFiles(String id, Optional<Long> version, Map<Parameter, String> files) {
    return steps.change(
        id,
        version,
        workflow -> {
          JsonObject definition = withFiles(Graphs.parse(workflow.definition()), files);
          PlanReader.read(workflow.operation(), definition);
          workflow.chooseFiles(definition.toString(), clock.instant());
        });
  }

  /**
   * Judges by the declarations given, or else by those of a node.
   *
   * @param objectInfo class by class, as {@code GET /object_info} prints them
   * @param node id or name; empty for any
   */
  public Checked check(String id, Optional<JsonObject> objectInfo, Optional<String> node) {
    Workflow workflow = steps.get(id);
    Plan plan = plans.of(workflow);
    Declarations declarations =
        objectInfo.map(given -> new Declarations(DOCUMENT, given)).orElseGet(() -> ask(plan, node));
    List<Finding> findings = GraphCheck.check(plan, declarations.objectInfo);
    boolean passed = findings.stream().noneMatch(Finding::grave);
    Workflow judged =
        steps.change(
            id, Optional.of(workflow.version()), now -> record(now, passed, declarations.from));
    return new Checked(judged, passed, declarations.from, findings);
  }

  private void record(Workflow workflow, boolean passed, String against) {
    if (passed) {
      workflow.passed(against, clock.instant());
    } else {
      workflow.failed();
    }
  }

  /**
   * @throws FailureException {@code CONFLICT} if it did not pass a check
   */
  public Workflow enable(String id) {
    return steps.change(
        id,
        Optional.empty(),
        workflow -> {
          if (workflow.checkedAt().isEmpty()) {
            throw FailureException.of(
                    FailureCode.CONFLICT, "The workflow has to pass a check before it is enabled")
                .with("reason", "workflow_not_checked");
          }
          workflow.enable(clock.instant());
        });
  }

  public Workflow disable(String id) {
    return steps.change(id, Optional.empty(), workflow -> workflow.disable(clock.instant()));
  }

  public void remove(String id) {
    steps.remove(id);
    plans.forget(id);
  }

  private void judge(Workflow.Terms terms) {
    ImageModel model =
        catalog.models().stream()
            .filter(known -> known.id().equals(terms.modelId()))
            .findFirst()
            .orElseThrow(() -> FailureException.invalid("model", "is not in the catalogue"));
    if (!model.can(terms.operation())) {
      throw FailureException.invalid("operation", "is nothing '%s' does".formatted(model.id()));
    }
    PlanReader.read(terms.operation(), terms.definition());
  }

  private Declarations ask(Plan plan, Optional<String> node) {
    Set<String> classes = new LinkedHashSet<>(plan.needs().classes());
    return nodes.stream()
        .flatMap(known -> known.of(node, classes).stream())
        .findFirst()
        .map(answer -> new Declarations(answer.node(), Graphs.parse(answer.objectInfo())))
        .orElseThrow(
            () ->
                FailureException.invalid(
                    node.isPresent() ? "node" : "object_info",
                    node.isPresent()
                        ? "is not registered or does not answer"
                        : "is required: no node answers that could be asked"));
  }

  private static JsonObject withFiles(JsonObject definition, Map<Parameter, String> files) {
    JsonObject before =
        definition.containsKey("files")
            ? definition.getJsonObject("files")
            : Graphs.JSON.createObjectBuilder().build();
    JsonObjectBuilder after = Graphs.JSON.createObjectBuilder(before);
    files.forEach((parameter, file) -> after.add(parameter.wire(), file));
    return Graphs.JSON.createObjectBuilder(definition).add("files", after).build();
  }

  private record Declarations(String from, JsonObject objectInfo) {}

  /**
   * How a check ended.
   *
   * @param against name of the node, or {@code document}
   */
  public record Checked(
      Workflow workflow, boolean passed, String against, List<Finding> findings) {}
}
