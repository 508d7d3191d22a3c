package dev.easel.service.workflow;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Lora;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.SamplerName;
import dev.easel.domain.workflow.Slot;
import dev.easel.domain.workflow.WorkflowLimits;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the definition of a workflow: {@code graph}, {@code bindings}, {@code repeat_from}, {@code
 * repeat_images}, {@code loras}, {@code references}, {@code limits}, {@code scheduler}, {@code
 * inputs}, {@code files}. One use each.
 */
public final class PlanReader {

  /** Members of a definition. */
  public static final Set<String> MEMBERS =
      Set.of(
          "graph",
          "bindings",
          "repeat_from",
          "repeat_images",
          "loras",
          "references",
          "limits",
          "scheduler",
          "inputs",
          "files");

  private static final Set<Capability> OPERATIONS =
      Set.of(
          Capability.TEXT_TO_IMAGE,
          Capability.IMAGE_TO_IMAGE,
          Capability.INPAINTING,
          Capability.UPSCALING);

  private static final Pattern FILE_NAME = Pattern.compile("[^\\x00-\\x1f]{1,200}");

  private final JsonObject definition;
  private final Faults faults = new Faults();

  private PlanReader(JsonObject definition) {
    this.definition = definition;
  }

  /** Whether workflows can be for that. */
  public static boolean isOperation(Capability operation) {
    return OPERATIONS.contains(operation);
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static Plan read(Capability operation, JsonObject definition) {
    return new PlanReader(definition).plan(operation);
  }

  /** Reads what passed before. */
  public static Plan read(Capability operation, String definition) {
    return read(operation, Graphs.parse(definition));
  }

  private Plan plan(Capability operation) {
    definition.keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .limit(8)
        .forEach(name -> faults.add(shown(name), "is not known here"));
    JsonObject graph = object("graph");
    new GraphReader(faults).judge(graph);
    faults.throwIfAny(); // the rest speaks of nodes of the graph
    Map<Parameter, List<Slot>> bindings = new BindingReader(graph, faults).read(object("bindings"));
    judgeOperation(operation, bindings.keySet());
    Repeats repeats = repeats(graph, bindings.keySet());
    LoraReader loras = new LoraReader(graph, faults);
    JsonObject laid = object("loras");
    List<Lora> laidOver = loras.read(laid);
    WorkflowLimits limits = new LimitsReader(faults).read(object("limits"));
    Map<Parameter, String> files = files(bindings.keySet());
    Plan plan =
        new Plan(
            operation,
            graph,
            bindings,
            repeats,
            laidOver,
            new ReferenceReader(graph, faults).read(object("references")),
            limits,
            scheduler(),
            resizeInputs());
    faults.throwIfAny();
    return complete(plan, files, loras.insert(laid));
  }

  private static Plan complete(Plan plan, Map<Parameter, String> files, LoraReader.Insert insert) {
    GraphEdit edit = new GraphEdit(plan.graph());
    files.forEach(
        (parameter, file) ->
            plan.slots(parameter).forEach(slot -> edit.put(slot, Graphs.text(file))));
    insert.into(edit, plan.laidOver());
    return new Plan(
        plan.operation(),
        edit.graph(),
        plan.bindings(),
        plan.repeats(),
        plan.laidOver(),
        plan.references(),
        plan.limits(),
        plan.scheduler(),
        plan.resizeInputs());
  }

  private void judgeOperation(Capability operation, Set<Parameter> bound) {
    boolean takesImage = operation != Capability.TEXT_TO_IMAGE;
    if (takesImage && !bound.contains(Parameter.INIT_IMAGE)) {
      faults.add("bindings.init_image", "is required for " + operation.wire());
    }
    if (!takesImage && bound.contains(Parameter.INIT_IMAGE)) {
      faults.add("bindings.init_image", "has no place in " + operation.wire());
    }
    boolean takesMask = operation == Capability.INPAINTING;
    if (takesMask != bound.contains(Parameter.MASK)) {
      faults.add(
          "bindings.mask",
          (takesMask ? "is required for " : "has no place in ") + operation.wire());
    }
    if (bound.contains(Parameter.WIDTH) != bound.contains(Parameter.HEIGHT)) {
      faults.add("bindings", "must name width and height, or neither");
    }
  }

  private Repeats repeats(JsonObject graph, Set<Parameter> bound) {
    Optional<Link> latent = repeatFrom(graph);
    if (latent.isPresent() && bound.contains(Parameter.BATCH)) {
      faults.add("repeat_from", "has no place beside a binding of batch");
    }
    return new Repeats(latent, new BindingReader(graph, faults).linked(definition));
  }

  private Optional<Link> repeatFrom(JsonObject graph) {
    JsonValue given = definition.getOrDefault("repeat_from", JsonValue.NULL);
    Optional<Link> link =
        Graphs.link(given).filter(l -> graph.containsKey(l.node()) && l.output() >= 0);
    if (given != JsonValue.NULL && link.isEmpty()) {
      faults.add("repeat_from", "must be [\"id of a node\", number of its output]");
    }
    return link;
  }

  private Optional<String> scheduler() {
    Optional<String> given = text("scheduler");
    given
        .filter(name -> !SamplerName.isScheduler(name))
        .ifPresent(name -> faults.add("scheduler", "must be a scheduler of ComfyUI"));
    return given;
  }

  private boolean resizeInputs() {
    String given = text("inputs").orElse("cut");
    if (!Set.of("cut", "as_is").contains(given)) {
      faults.add("inputs", "must be cut or as_is");
    }
    return given.equals("cut");
  }

  private Map<Parameter, String> files(Set<Parameter> bound) {
    Map<Parameter, String> files = new EnumMap<>(Parameter.class);
    object("files")
        .forEach(
            (name, value) -> {
              Optional<Parameter> parameter =
                  Parameter.parse(name).filter(p -> p.kind() == Parameter.Kind.FILE);
              if (parameter.isEmpty() || !bound.contains(parameter.get())) {
                faults.add("files." + shown(name), "is not bound to an input of the graph");
              } else if (value instanceof JsonString file && isFileName(file.getString())) {
                files.put(parameter.get(), file.getString());
              } else {
                faults.add("files." + name, "must be the name of a file on the nodes");
              }
            });
    return files;
  }

  static boolean isFileName(String name) {
    return FILE_NAME.matcher(name).matches()
        && !name.isBlank()
        && !name.startsWith("/")
        && !List.of(name.split("[/\\\\]")).contains("..");
  }

  private Optional<String> text(String name) {
    JsonValue given = definition.get(name);
    if (given == null || given == JsonValue.NULL) {
      return Optional.empty();
    }
    if (given instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    faults.add(name, "must be a string");
    return Optional.empty();
  }

  private JsonObject object(String name) {
    JsonValue given = definition.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
    if (given instanceof JsonObject object) {
      return object;
    }
    faults.add(name, "must be an object");
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** A name of the caller's as part of an error, so short. */
  static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) : name;
  }
}
