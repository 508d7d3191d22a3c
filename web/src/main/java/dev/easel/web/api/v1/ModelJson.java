package dev.easel.web.api.v1;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.shared.Credits;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A model as v1 prints it, there called a generation config. */
final class ModelJson {

  private ModelJson() {}

  /**
   * The four members that stand inside a file.
   *
   * @param price of one image; null if nobody set one, which is not free
   */
  static JsonObjectBuilder brief(ImageModel model, Credits price) {
    JsonObjectBuilder json = WireJson.object().add("name", model.id());
    if (price == null) {
      json.addNull("price_per_generation");
    } else {
      json.add("price_per_generation", Wire.usd(price));
    }
    return json.add("type", type(model)).add("source", source(model));
  }

  static JsonObject full(CatalogEntry entry) {
    ImageModel model = entry.model();
    Credits price = entry.listPrice().orElse(null);
    JsonObjectBuilder json =
        brief(model, price)
            .add("label", model.name())
            .add("description", model.description())
            .add("vip_required", model.vipRequired())
            .add("available", entry.callable())
            .add("params", params(model));
    entry.unavailableReason().ifPresent(reason -> json.add("unavailable_reason", reason));
    model.successorId().ifPresent(successor -> json.add("successor", successor));
    return json.build();
  }

  private static JsonObjectBuilder params(ImageModel model) {
    return WireJson.object()
        .add("vip_required", model.vipRequired())
        .add("max_prompt_length", model.maxPromptLength())
        .add("max_n", model.maxOutputs())
        .add("min_edge", model.minEdge())
        .add("max_edge", model.maxEdge())
        .add("default_size", model.defaultSize().toString())
        .add("default_steps", model.defaultSteps());
  }

  /** {@code text_to_image}, {@code image_to_image}: the main use. */
  static String type(ImageModel model) {
    return model.type().replace('-', '_');
  }

  /** {@code comfyui}, {@code fal_ai}, {@code google_cloud}: the first part of a two-part id. */
  private static String source(ImageModel model) {
    int slash = model.id().indexOf('/');
    String name = slash < 0 ? model.owner() : model.id().substring(0, slash);
    return name.replace('-', '_');
  }
}
