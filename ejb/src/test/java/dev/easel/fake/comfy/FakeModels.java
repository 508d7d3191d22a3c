package dev.easel.fake.comfy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The files the node has, and the declarations of classes, which list them. */
final class FakeModels {

  private static final Map<String, String> FOLDERS =
      Map.of(
          "ckpt_name", "checkpoints",
          "unet_name", "diffusion_models",
          "clip_name", "text_encoders",
          "clip_name1", "text_encoders",
          "clip_name2", "text_encoders",
          "clip_name3", "text_encoders",
          "vae_name", "vae",
          "model_name", "upscale_models",
          "lora_name", "loras",
          "control_net_name", "controlnet");

  private static final List<String> SHIPPED =
      List.of(
          "sd_txt2img",
          "sd_img2img",
          "flux_schnell_txt2img",
          "flux_dev_txt2img",
          "flux_fill_inpaint",
          "flux_kontext_edit",
          "flux_checkpoint_txt2img",
          "sd_inpaint_vaeencode",
          "upscale");

  private static final JsonObject RECORDED =
      FakeJson.parse(FakeJson.recorded("object_info_subset.json")).orElseThrow();

  private final Map<String, Set<String>> files = new ConcurrentHashMap<>();

  FakeModels() {
    FOLDERS.values().forEach(folder -> files.put(folder, new ConcurrentSkipListSet<>()));
    for (String workflow : SHIPPED) {
      FakeJson.parse(FakeJson.recorded("workflows/" + workflow + ".json"))
          .orElseThrow()
          .values()
          .forEach(node -> addAllOf(FakeJson.child(node.asJsonObject(), "inputs")));
    }
    add("checkpoints", "v1-5-pruned-emaonly-fp16.safetensors");
    add("upscale_models", "RealESRGAN_x4plus.safetensors");
  }

  private void addAllOf(JsonObject inputs) {
    inputs.forEach(
        (name, value) -> {
          if (FOLDERS.containsKey(name) && value instanceof JsonString file) {
            add(FOLDERS.get(name), file.getString());
          }
        });
  }

  void add(String folder, String file) {
    files.computeIfAbsent(folder, unused -> new ConcurrentSkipListSet<>()).add(file);
  }

  void remove(String folder, String file) {
    files.getOrDefault(folder, Set.of()).remove(file);
  }

  Set<String> folders() {
    return files.keySet();
  }

  Set<String> in(String folder) {
    return files.getOrDefault(folder, Set.of());
  }

  boolean knows(String nodeClass) {
    return RECORDED.containsKey(nodeClass);
  }

  static boolean isModelInput(String input) {
    return FOLDERS.containsKey(input);
  }

  boolean has(String input, String file) {
    return in(FOLDERS.get(input)).contains(file);
  }

  JsonObject allDeclarations() {
    JsonObjectBuilder all = FakeJson.object();
    RECORDED.keySet().forEach(name -> all.add(name, declaration(name)));
    return all.build();
  }

  /** As recorded, with the files that are there now. */
  JsonObject declaration(String nodeClass) {
    JsonObject recorded = RECORDED.getJsonObject(nodeClass);
    JsonObject input = FakeJson.child(recorded, "input");
    JsonObjectBuilder required = FakeJson.object();
    FakeJson.child(input, "required")
        .forEach((name, value) -> required.add(name, current(name, value.asJsonArray())));
    return FakeJson.object(recorded)
        .add("input", FakeJson.object(input).add("required", required))
        .build();
  }

  private JsonValue current(String name, JsonArray declared) {
    if (!FOLDERS.containsKey(name)) {
      return declared;
    }
    JsonValue names = FakeJson.texts(in(FOLDERS.get(name))).build();
    if (declared.get(0) instanceof JsonString) {
      return FakeJson.array()
          .add("COMBO")
          .add(FakeJson.object(declared.getJsonObject(1)).add("options", names))
          .build();
    }
    var array = FakeJson.array().add(names);
    declared.stream().skip(1).forEach(array::add);
    return array.build();
  }
}
