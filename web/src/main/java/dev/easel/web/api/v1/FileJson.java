package dev.easel.web.api.v1;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.Links;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One image of a generation as v1 prints it: a file, there from the moment of asking. {@code url}
 * is null until it is ready, and {@code error} exists only if it never will be. Source: seed 000
 * "Response Format"; B1, B2.
 */
@ApplicationScoped
public class FileJson {

  @Inject Links links;
  @Inject CatalogService catalog;

  /** All files of a generation but deleted ones, in order. */
  List<JsonObject> all(GenerationDetails details, String base) {
    return IntStream.range(0, details.generation().count())
        .mapToObj(index -> one(details, index, base))
        .flatMap(Optional::stream)
        .toList();
  }

  /** One file; empty if it was deleted. */
  Optional<JsonObject> one(GenerationDetails details, int index, String base) {
    return one(details, index, base, details.progress());
  }

  /** One file, told with a progress newer than the details. */
  Optional<JsonObject> one(GenerationDetails details, int index, String base, double progress) {
    Generation generation = details.generation();
    Optional<Image> image =
        details.images().stream().filter(found -> found.index() == index).findFirst();
    if (image.isEmpty() && wasDeleted(generation)) {
      return Optional.empty();
    }
    Optional<String> error = error(generation, image.isPresent());
    JsonObjectBuilder file =
        WireJson.object()
            .add("id", ImageId.of(generation.id(), index).value())
            .add("type", "image")
            .add("url", image.map(i -> text(links.image(base, i))).orElse(JsonValue.NULL))
            .add(
                "thumbnail_url",
                image.map(i -> text(links.thumbnail(base, i))).orElse(JsonValue.NULL))
            .add("image_generation_id", generation.id())
            .add("image_generation", generationJson(generation, index))
            .add("tasks", tasks(details, index, error, progress))
            .add("created_at", generation.createdAt().toString());
    error.ifPresent(reason -> file.add("error", reason));
    if (!generation.remarks().isEmpty()) {
      file.add("warnings", WireJson.warnings(generation.remarks()));
    }
    return Optional.of(file.build());
  }

  /** All were delivered, so one that is not there has been taken away. */
  private static boolean wasDeleted(Generation generation) {
    return generation.status() == GenerationStatus.COMPLETED
        && generation.delivered() == generation.count();
  }

  private static Optional<String> error(Generation generation, boolean delivered) {
    return switch (generation.status()) {
      case QUEUED, PROCESSING -> Optional.empty();
      case COMPLETED ->
          delivered ? Optional.empty() : Optional.of("This image of the batch could not be made");
      case FAILED -> Optional.of(generation.errorMessage().orElse("The generation failed"));
      case CANCELLED -> Optional.of("The generation was cancelled");
    };
  }

  private JsonObjectBuilder generationJson(Generation generation, int index) {
    return WireJson.object()
        .add("id", generation.id())
        .add("prompt", generation.prompt())
        .add("negative_prompt", generation.negativePrompt())
        .add("width", generation.size().width())
        .add("height", generation.size().height())
        .add("steps", generation.steps())
        .add("seed", generation.seed() + index)
        .add("strength", generation.strength())
        .add("quality", Wire.orNull(generation.quality()))
        .add("generation_config_name", generation.modelId())
        .add("style_name", Wire.orNull(Requested.style(generation)))
        .add("references", references(generation))
        .add("generation_config", model(generation));
  }

  private JsonObjectBuilder model(Generation generation) {
    ImageModel model = catalog.current().get(generation.modelId()).model();
    return ModelJson.brief(model, generation.unitPrice());
  }

  private static JsonArrayBuilder references(Generation generation) {
    JsonArrayBuilder references = WireJson.array();
    generation.initImageId().ifPresent(id -> references.add(reference("source", id)));
    generation.maskImageId().ifPresent(id -> references.add(reference("mask", id)));
    generation
        .edit()
        .references()
        .forEach(one -> references.add(reference(type(one), one.imageId())));
    return references;
  }

  /** The surface has no word for an image that is only to be looked at. */
  private static String type(Reference reference) {
    return reference.role() == ReferenceRole.IMAGE
        ? ReferenceRole.STYLE.wire()
        : reference.role().wire();
  }

  private static JsonObjectBuilder reference(String type, String id) {
    return WireJson.object().add("type", type).add("reference_id", id);
  }

  /** One while it is worked on or when it failed; none when all is well. */
  private static JsonArrayBuilder tasks(
      GenerationDetails details, int index, Optional<String> error, double progress) {
    Generation generation = details.generation();
    JsonArrayBuilder tasks = WireJson.array();
    if (generation.status() == GenerationStatus.COMPLETED && error.isEmpty()) {
      return tasks;
    }
    JsonObjectBuilder task =
        WireJson.object()
            .add("id", generation.id())
            .add("type", "image-generation-flow")
            .add("status", error.isPresent() ? "error" : "in_progress")
            .add("file_id", ImageId.of(generation.id(), index).value())
            .add("progress", Math.round(progress * 100) / 100.0);
    details
        .waiting()
        .ifPresentOrElse(
            waiting ->
                task.add("queue_position", waiting.position())
                    .add("waiting_reason", waiting.reason()),
            () -> task.addNull("queue_position"));
    return tasks.add(task);
  }

  private static JsonValue text(String text) {
    return WireJson.text(text);
  }
}
