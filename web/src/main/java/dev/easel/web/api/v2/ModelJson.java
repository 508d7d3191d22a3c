package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.Credits;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.generation.Timings;
import dev.easel.service.generation.Timings.Means;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Models as seed 001 prints them: capabilities are an array in the list and flags in the detail.
 * Members of our own follow the printed ones. Training data is never invented, so there is none.
 */
@ApplicationScoped
public class ModelJson {

  /** Printed for every model; other capabilities only where a model has them. */
  private static final Set<Capability> PRINTED =
      Set.of(
          Capability.TEXT_TO_IMAGE,
          Capability.IMAGE_TO_IMAGE,
          Capability.INPAINTING,
          Capability.OUTPAINTING,
          Capability.CONTROLNET);

  @Inject Timings timings;

  JsonObjectBuilder listed(CatalogEntry entry) {
    ImageModel model = entry.model();
    JsonObjectBuilder object =
        WireJson.object()
            .add("id", model.id())
            .add("name", model.name())
            .add("version", model.version())
            .add("type", model.type())
            .add("status", status(entry))
            .add("capabilities", WireJson.array(words(model)));
    if (!model.sizes().isEmpty()) {
      object.add("supported_sizes", sizes(model.sizes()));
    }
    if (!model.features().isEmpty()) {
      object.add("specialized_features", WireJson.array(model.features()));
    }
    return offer(entry, object);
  }

  JsonObjectBuilder detailed(CatalogEntry entry) {
    ImageModel model = entry.model();
    JsonObjectBuilder object =
        WireJson.object()
            .add("id", model.id())
            .add("name", model.name())
            .add("description", WireJson.text(model.description()))
            .add("version", model.version())
            .add("release_date", WireJson.text(model.releaseDate().map(LocalDate::toString)))
            .add("type", model.type())
            .add("status", status(entry))
            .add("capabilities", flags(model))
            .add("parameters", parameters(model))
            .add("examples", WireJson.array())
            .add("supported_sizes", sizes(model.sizes()));
    return offer(entry, object);
  }

  /** What it costs, how long it takes and whether it can be had. */
  private JsonObjectBuilder offer(CatalogEntry entry, JsonObjectBuilder object) {
    ImageModel model = entry.model();
    return object
        .add("pricing", pricing(entry))
        .add("performance", performance(model.id()))
        .add("unavailable_reason", WireJson.text(entry.unavailableReason()))
        .add("vip_required", model.vipRequired())
        .add("sunset_on", WireJson.text(model.sunsetOn().map(LocalDate::toString)))
        .add("successor", WireJson.text(model.successorId()));
  }

  /** The vendor's word on its life, unless it cannot be called here and still lives. */
  private static String status(CatalogEntry entry) {
    Lifecycle lifecycle = entry.model().lifecycle();
    return entry.callable() || lifecycle == Lifecycle.RETIRED
        ? lifecycle.name().toLowerCase(Locale.ROOT)
        : "unavailable";
  }

  private static List<String> words(ImageModel model) {
    return model.capabilities().stream().sorted().map(Capability::wire).toList();
  }

  private static JsonObjectBuilder flags(ImageModel model) {
    JsonObjectBuilder flags = WireJson.object();
    for (Capability capability : Capability.values()) {
      if (PRINTED.contains(capability) || model.can(capability)) {
        flags.add(capability.key(), model.can(capability));
      }
    }
    return flags;
  }

  private static JsonArrayBuilder sizes(List<Size> sizes) {
    JsonArrayBuilder array = WireJson.array();
    sizes.forEach(
        s -> array.add(WireJson.object().add("width", s.width()).add("height", s.height())));
    return array;
  }

  private static JsonObjectBuilder parameters(ImageModel model) {
    if (ToolParameters.isTool(model.capabilities())) {
      return ToolParameters.of(model.capabilities());
    }
    JsonObjectBuilder steps =
        WireJson.object()
            .add("min", model.minSteps())
            .add("max", model.maxSteps())
            .add("default", model.defaultSteps());
    JsonObjectBuilder guidance =
        WireJson.object()
            .add("min", WireJson.number(model.minGuidance()))
            .add("max", WireJson.number(model.maxGuidance()))
            .add("default", WireJson.number(model.defaultGuidance()));
    return WireJson.object()
        .add("max_prompt_length", model.maxPromptLength())
        .add("supported_schedulers", WireJson.array(model.schedulers()))
        .add("inference_steps_range", steps)
        .add("guidance_scale_range", guidance);
  }

  private static JsonValue pricing(CatalogEntry entry) {
    Optional<Credits> price = entry.listPrice();
    if (price.isEmpty()) {
      return JsonValue.NULL;
    }
    return WireJson.object()
        .add("per_image", WireJson.number(price.get().usd()))
        .add("credits", WireJson.number(price.get().credits()))
        .build();
  }

  /** Means of the last 24 hours in seconds; null without data. */
  private JsonObjectBuilder performance(String modelId) {
    Optional<Means> measured = timings.of(modelId);
    return WireJson.object()
        .add("average_generation_time", seconds(measured, Means::rendering))
        .add("queue_time", seconds(measured, Means::waiting));
  }

  private static JsonValue seconds(Optional<Means> measured, ToDoubleFunction<Means> part) {
    return measured
        .map(part::applyAsDouble)
        .map(value -> BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP))
        .map(WireJson::number)
        .orElse(JsonValue.NULL);
  }
}
