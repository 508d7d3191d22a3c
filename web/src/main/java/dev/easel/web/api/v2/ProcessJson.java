package dev.easel.web.api.v2;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.InlineImages;
import dev.easel.web.api.Links;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of work on a given image, in the printed members of each kind; null until it is there.
 * Source: seed 001 "Filter and Processing Endpoints".
 */
@ApplicationScoped
public class ProcessJson {

  private static final String APPLIED = "filters_applied";

  @Inject Links links;
  @Inject InlineImages inline;

  /**
   * @param inside ids of the images that go inside
   */
  void add(JsonObjectBuilder object, GenerationDetails details, String base, Set<String> inside) {
    Generation generation = details.generation();
    switch (generation.operation()) {
      case ANALYZE -> object.add("analysis", findings(generation));
      case FILTERS -> object.add("processed_image", result(details, base, inside));
      default -> object.add("result", result(details, base, inside));
    }
  }

  private static JsonValue findings(Generation generation) {
    return generation.status() == GenerationStatus.COMPLETED
        ? generation.findings().<JsonValue>map(WireJson::parse).orElse(JsonValue.NULL)
        : JsonValue.NULL;
  }

  private JsonValue result(GenerationDetails details, String base, Set<String> inside) {
    List<Image> images = details.images();
    if (images.isEmpty()) {
      return JsonValue.NULL;
    }
    Image image = images.get(0);
    JsonObjectBuilder object = WireJson.object().add("url", links.image(base, image));
    if (details.generation().operation() == Operation.REMOVE_BACKGROUND) {
      Optional<String> mask = details.of(ImageRole.MASK).map(found -> links.image(base, found));
      object.add("mask_url", WireJson.text(mask));
    }
    JsonObject facts = image.facts().map(WireJson::parse).orElse(JsonValue.EMPTY_JSON_OBJECT);
    object.addAll(WireJson.object(facts));
    if (details.generation().operation() == Operation.FILTERS) {
      addFilters(object, facts, details.generation());
    }
    addFile(object, image, base);
    if (inside.contains(image.id())) {
      object.add("b64_json", inline.base64(image));
    }
    return object.build();
  }

  private void addFile(JsonObjectBuilder object, Image image, String base) {
    object
        .add("image_id", image.id())
        .add("width", image.width())
        .add("height", image.height())
        .add("size_bytes", image.sizeBytes())
        .add("format", image.format() == ImageFormat.JPEG ? "jpg" : image.format().wire())
        .add("thumbnail_url", links.thumbnail(base, image));
  }

  private static void addFilters(
      JsonObjectBuilder object, JsonObject facts, Generation generation) {
    if (!facts.containsKey(APPLIED)) {
      object.add(APPLIED, types(generation));
    }
    object.add("processing_time_ms", milliseconds(generation));
  }

  /** Of all that was asked for: a filter that cannot be applied fails the whole. */
  private static JsonArrayBuilder types(Generation generation) {
    JsonArrayBuilder types = WireJson.array();
    JsonObject settings = WireJson.parse(generation.edit().settings());
    settings
        .getJsonArray("filters")
        .getValuesAs(JsonObject.class)
        .forEach(filter -> types.add(filter.getString("type")));
    return types;
  }

  /** Of the attempt that succeeded. */
  private static JsonValue milliseconds(Generation generation) {
    return generation
        .startedAt()
        .flatMap(start -> generation.completedAt().map(end -> Duration.between(start, end)))
        .map(taken -> WireJson.number(BigDecimal.valueOf(taken.toMillis())))
        .orElse(JsonValue.NULL);
  }
}
