package dev.easel.service.workflow;

import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.WorkflowNeeds;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which inputs name files of models, and in which folder nodes look for them. */
final class NeededFiles {

  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          Map.entry("ckpt_name", "checkpoints"),
          Map.entry("unet_name", "diffusion_models"),
          Map.entry("clip_name", "text_encoders"),
          Map.entry("clip_name1", "text_encoders"),
          Map.entry("clip_name2", "text_encoders"),
          Map.entry("clip_name3", "text_encoders"),
          Map.entry("clip_name4", "text_encoders"),
          Map.entry("vae_name", "vae"),
          Map.entry("lora_name", "loras"),
          Map.entry("control_net_name", "controlnet"),
          Map.entry("style_model_name", "style_models"),
          Map.entry("gligen_name", "gligen"));

  private NeededFiles() {}

  /** Empty if an input of that name does not hold the name of a model file. */
  static Optional<String> folder(String nodeClass, String input) {
    if (nodeClass.equals("UpscaleModelLoader") && input.equals("model_name")) {
      return Optional.of("upscale_models");
    }
    if (nodeClass.equals("CLIPVisionLoader") && input.equals("clip_name")) {
      return Optional.of("clip_vision");
    }
    return Optional.ofNullable(FOLDERS.get(input));
  }

  static WorkflowNeeds of(Plan plan) {
    Set<String> classes = new LinkedHashSet<>();
    Set<ModelFile> files = new LinkedHashSet<>();
    JsonObject graph = plan.graph();
    for (String node : graph.keySet()) {
      String nodeClass = Graphs.nodeClass(graph, node);
      classes.add(nodeClass);
      Graphs.inputs(graph, node)
          .forEach(
              (input, value) -> {
                if (value instanceof JsonString name) {
                  folder(nodeClass, input)
                      .ifPresent(folder -> files.add(new ModelFile(folder, name.getString())));
                }
              });
    }
    classes.addAll(plan.repeats().classes());
    return new WorkflowNeeds(Plan.KIND, classes, files);
  }
}
