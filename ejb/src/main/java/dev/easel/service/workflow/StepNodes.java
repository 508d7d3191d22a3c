package dev.easel.service.workflow;

import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the nodes whose progress is most of the work: samplers, or what enlarges. */
final class StepNodes {

  private static final Set<String> STEPPING =
      Set.of(
          "KSampler",
          "KSamplerAdvanced",
          "SamplerCustom",
          "SamplerCustomAdvanced",
          "ImageUpscaleWithModel");

  private StepNodes() {}

  static Set<String> of(JsonObject graph) {
    Set<String> found = new LinkedHashSet<>();
    for (String node : graph.keySet()) {
      if (STEPPING.contains(Graphs.nodeClass(graph, node))) {
        found.add(node);
      }
    }
    return found;
  }
}
