package dev.easel.service.workflow;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.workflow.Lora;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Slot;
import dev.easel.domain.workflow.WorkflowLimits;
import dev.easel.domain.workflow.WorkflowNeeds;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow, read. Made by {@link PlanReader}, which lets nothing through that does not fit
 * together.
 *
 * @param operation what it is for
 * @param graph in API format, the operator's files and LoRAs in it
 * @param bindings where values go
 * @param repeats what is put in for more than one image
 * @param laidOver the LoRAs in the graph
 * @param references how further images come in; empty if the graph takes none
 * @param limits what it can be asked for
 * @param scheduler used with a sampler whose name says none; empty for the graph's own
 * @param resizeInputs whether inputs are cut to the ordered size before they are uploaded
 */
public record Plan(
    Capability operation,
    JsonObject graph,
    Map<Parameter, List<Slot>> bindings,
    Repeats repeats,
    List<Lora> laidOver,
    Optional<ReferenceBranch> references,
    WorkflowLimits limits,
    Optional<String> scheduler,
    boolean resizeInputs) {

  /** The kind of nodes whose language graphs are in; also the adapter of their routes. */
  public static final String KIND = "comfyui";

  public Plan {
    bindings = Map.copyOf(bindings);
    laidOver = List.copyOf(laidOver);
  }

  public boolean binds(Parameter parameter) {
    return bindings.containsKey(parameter);
  }

  public List<Slot> slots(Parameter parameter) {
    return bindings.getOrDefault(parameter, List.of());
  }

  /** Those of further images that come into the graph; what is beyond its limit does not. */
  public List<Reference> taken(List<Reference> given) {
    return references.stream()
        .flatMap(
            branch ->
                given.stream()
                    .filter(one -> branch.roles().contains(one.role()))
                    .limit(branch.most()))
        .toList();
  }

  /** Whether more than one image can come from one run. Such share a seed. */
  public boolean makesSeveral() {
    return binds(Parameter.BATCH) || !repeats.equals(Repeats.NONE);
  }

  /** What a node has to have. */
  public WorkflowNeeds needs() {
    return NeededFiles.of(this);
  }

  /** Our parameter behind an input of the graph, such as a node names when it refuses a value. */
  public Optional<Parameter> behind(String input) {
    return bindings.entrySet().stream()
        .filter(binding -> binding.getValue().stream().anyMatch(s -> s.input().equals(input)))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }
}
