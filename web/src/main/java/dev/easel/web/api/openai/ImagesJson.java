package dev.easel.web.api.openai;

import dev.easel.domain.asset.Image;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.editing.Finishing;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.InlineImages;
import dev.easel.web.api.Links;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Finished generations as this dialect prints them, whole and as events of a stream. */
@ApplicationScoped
public class ImagesJson {

  @Inject Links links;
  @Inject InlineImages inline;

  /**
   * The answer to a request.
   *
   * @throws FailureException if the generation did not end well, or has not ended
   */
  JsonObject answer(GenerationDetails details, ImageWish wish, String base) {
    Generation generation = details.generation();
    requireCompleted(generation);
    JsonArrayBuilder data = WireJson.array();
    boolean wanted = wantsContent(generation, wish);
    Set<String> inside = wanted ? inline.fitting(details.images()) : Set.of();
    details
        .images()
        .forEach(
            image -> data.add(item(generation, image, wish, base, inside.contains(image.id()))));
    JsonArrayBuilder warnings = WireJson.warnings(generation.remarks());
    if (wanted && inside.size() < details.images().size()) {
      warnings.add(WireJson.warning(inline.remark()));
    }
    return WireJson.object()
        .add("created", generation.createdAt().getEpochSecond())
        .add("id", generation.id())
        .addAll(form(generation, size(details)))
        .add("data", data)
        .add("usage", UsageJson.ofAll(generation, size(details)))
        .add("warnings", warnings)
        .add("safety_identifier", WireJson.text(generation.endUser()))
        .build();
  }

  /**
   * One intermediate state of an image.
   *
   * @param family what the names of the stream's events begin with
   */
  JsonObject partial(String family, Generation generation, byte[] encoded, int index) {
    return WireJson.object()
        .add("type", family + ".partial_image")
        .add("b64_json", base64(encoded))
        .add("created_at", generation.createdAt().getEpochSecond())
        .addAll(form(generation, generation.size().toString()))
        .add("partial_image_index", index)
        .build();
  }

  /** One finished image of a stream. */
  JsonObject completed(String family, Generation generation, Image image) {
    return WireJson.object()
        .add("type", family + ".completed")
        .add("b64_json", inline.base64(image))
        .add("created_at", generation.completedAt().orElseThrow().getEpochSecond())
        .addAll(form(generation, size(image)))
        .add("usage", UsageJson.ofOne(generation, size(image)))
        .add("id", image.id())
        .build();
  }

  /**
   * @throws FailureException telling why there are no images
   */
  static void requireCompleted(Generation generation) {
    String id = generation.id();
    switch (generation.status()) {
      case COMPLETED -> {}
      case FAILED ->
          throw FailureException.of(
              generation.errorKind().orElseThrow().code(),
              "%s (%s)".formatted(generation.errorMessage().orElse("The generation failed"), id));
      case CANCELLED ->
          throw FailureException.of(
              FailureCode.CONFLICT, "The generation %s was cancelled".formatted(id));
      case QUEUED, PROCESSING ->
          throw FailureException.of(
              FailureCode.TIMEOUT,
              "The generation %s is still under way; it goes on without this request"
                  .formatted(id));
    }
  }

  private static boolean wantsContent(Generation generation, ImageWish wish) {
    return wish.responseFormat() == null
        ? alwaysInline(generation.modelId())
        : wish.responseFormat().equals("b64_json");
  }

  private JsonObjectBuilder item(
      Generation generation, Image image, ImageWish wish, String base, boolean inside) {
    JsonObjectBuilder item = WireJson.object();
    if (inside) {
      item.add("b64_json", inline.base64(image));
    }
    if (!inside || !"b64_json".equals(wish.responseFormat())) {
      item.add("url", links.image(base, image));
    }
    return item.add("revised_prompt", image.revisedPrompt().orElse(generation.effectivePrompt()))
        .add("id", image.id());
  }

  /** GPT image models answer inline at OpenAI; callers of the others expect an address. */
  private static boolean alwaysInline(String modelId) {
    String name = modelId.substring(modelId.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith("gpt-image") || name.startsWith("chatgpt-image");
  }

  /** As it came out: an edit by a mask keeps the size of its picture. */
  private static String size(GenerationDetails details) {
    return details.images().stream()
        .findFirst()
        .map(ImagesJson::size)
        .orElse(details.generation().size().toString());
  }

  private static String size(Image image) {
    return new Size(image.width(), image.height()).toString();
  }

  /** What was applied, resolved. */
  private static JsonObjectBuilder form(Generation generation, String size) {
    return WireJson.object()
        .add("size", size)
        .add("quality", Quality.of(generation.quality()).wire())
        .add("background", isTransparent(generation) ? "transparent" : "opaque")
        .add("output_format", generation.format().wire());
  }

  private static boolean isTransparent(Generation generation) {
    return generation.transparent()
        && generation.remarks().stream()
            .noneMatch(remark -> remark.code().equals(Finishing.BACKGROUND_KEPT));
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }
}
