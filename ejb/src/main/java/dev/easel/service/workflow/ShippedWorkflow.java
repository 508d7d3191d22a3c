package dev.easel.service.workflow;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.workflow.Workflow;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A workflow of the release. Several are made of one file under {@code workflows/}: the same graph
 * for other models, with other files.
 *
 * @param enabled whether it is a route without an administrator's word
 */
public record ShippedWorkflow(String id, Workflow.Terms terms, boolean enabled) {

  private static final List<String> FILES =
      List.of(
          "sd_txt2img",
          "sd_img2img",
          "sd_inpaint_conditioning",
          "sd_inpaint_vaeencode",
          "sd_inpaint_noisemask",
          "flux_dev_txt2img",
          "flux_redux_txt2img",
          "flux_schnell_txt2img",
          "flux_checkpoint_txt2img",
          "flux_img2img",
          "flux_kontext_edit",
          "flux_fill_inpaint",
          "upscale",
          "modelfree",
          "modelfree_img2img");

  private static final int USUAL_PREFERENCE = 100;

  public static List<ShippedWorkflow> all() {
    return FILES.stream().flatMap(ShippedWorkflow::of).toList();
  }

  /** The row of it. */
  Workflow stored(Instant now) {
    return Workflow.shipped(id, terms, enabled, now);
  }

  private static Stream<ShippedWorkflow> of(String file) {
    JsonObject json = read("/workflows/" + file + ".json");
    return json.getJsonArray("workflows").getValuesAs(JsonObject.class).stream()
        .map(one -> new ShippedWorkflow(one.getString("id"), terms(json, one), isEnabled(one)));
  }

  private static boolean isEnabled(JsonObject one) {
    return one.getBoolean("enabled", true);
  }

  private static Workflow.Terms terms(JsonObject json, JsonObject one) {
    JsonObjectBuilder definition = Graphs.JSON.createObjectBuilder();
    json.forEach(
        (name, value) -> {
          if (!name.equals("workflows")) {
            definition.add(name, value);
          }
        });
    if (one.containsKey("files")) {
      definition.add("files", one.getJsonObject("files"));
    }
    return new Workflow.Terms(
        one.getString("name"),
        one.getString("model"),
        operation(one.getString("operation")),
        one.getInt("preference", USUAL_PREFERENCE),
        definition.build().toString());
  }

  private static Capability operation(String wire) {
    return Capability.valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static JsonObject read(String resource) {
    InputStream stream = ShippedWorkflow.class.getResourceAsStream(resource);
    try (JsonReader reader = Graphs.JSON.createReader(stream)) {
      return reader.readObject();
    }
  }
}
