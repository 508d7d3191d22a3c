package dev.easel.web.api.v2;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationDetails.Waiting;
import dev.easel.web.api.EtaJson;
import dev.easel.web.api.InlineImages;
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
import java.util.Set;

/** A generation as v2 prints it; members of our own follow the printed ones. */
@ApplicationScoped
public class GenerationJson {

  @Inject Links links;
  @Inject InlineImages inline;
  @Inject ReceiptJson receipts;
  @Inject SourceImageJson sources;
  @Inject ProcessJson processes;

  /**
   * As the answer to a POST, and in lists.
   *
   * @param content whether images go inside, if the request asked for that
   */
  JsonObject printed(GenerationDetails details, String base, boolean content) {
    Generation generation = details.generation();
    boolean wanted = content && wantsContent(generation);
    Set<String> inside = wanted ? inline.fitting(details.images()) : Set.of();
    JsonArrayBuilder warnings = WireJson.warnings(generation.remarks());
    if (wanted && inside.size() < details.images().size()) {
      warnings.add(WireJson.warning(inline.remark()));
    }
    JsonObjectBuilder object =
        WireJson.object()
            .add("id", generation.id())
            .add("status", generation.status().wire())
            .add("created_at", WireJson.time(generation.createdAt()))
            .add("completed_at", WireJson.time(generation.completedAt()));
    addResults(object, details, base, inside);
    object
        .add("cost", cost(generation))
        .add("metadata", metadata(generation))
        .add("model_used", WireJson.text(modelUsed(generation)));
    if (!generation.operation().isProcess()) {
      object.add("effective_prompt", generation.effectivePrompt());
    }
    object.add("warnings", warnings);
    if (generation.status() == GenerationStatus.FAILED) {
      object.add("error", error(generation));
    }
    return object.build();
  }

  private void addResults(
      JsonObjectBuilder object, GenerationDetails details, String base, Set<String> inside) {
    Generation generation = details.generation();
    if (generation.operation() == Operation.IMAGE_TO_IMAGE) {
      object.add("source_image", sources.of(generation, base));
    }
    object.add("model", generation.modelId());
    if (generation.operation().isProcess()) {
      processes.add(object, details, base, inside);
    } else {
      object.add("images", images(details.images(), base, inside));
    }
  }

  /** As a resource of its own. */
  JsonObject whole(GenerationDetails details, String base, boolean content) {
    Generation generation = details.generation();
    Optional<Waiting> waiting = details.waiting();
    return WireJson.object(printed(details, base, content))
        .add("progress", WireJson.fraction(details.progress()))
        .add("queue_position", WireJson.number(waiting.map(Waiting::position)))
        .add("eta_seconds", WireJson.number(waiting.flatMap(Waiting::etaSeconds)))
        .add("eta", EtaJson.of(waiting.flatMap(Waiting::eta)))
        .add("waiting_reason", WireJson.text(waiting.map(Waiting::reason)))
        .add("error", error(generation))
        .add("receipt", receipts.of(generation))
        .build();
  }

  /**
   * What it costs: the charge less refunds once completed, nothing if it ended otherwise, else the
   * hold.
   */
  static JsonObject cost(Generation generation) {
    if (generation.status().isFinal()) {
      return WireJson.money(generation.charge()).build();
    }
    return WireJson.money(generation.unitPrice().times(generation.count()))
        .add("estimated", true)
        .build();
  }

  /** {@code provider/model}; an upstream name with a slash says its provider already. */
  static Optional<String> modelUsed(Generation generation) {
    return generation
        .modelUsed()
        .map(used -> used.indexOf('/') == used.lastIndexOf('/') ? used : upstream(used));
  }

  private static String upstream(String used) {
    return used.substring(used.indexOf('/') + 1);
  }

  private static JsonValue metadata(Generation generation) {
    return generation.metadata().<JsonValue>map(WireJson::parse).orElse(JsonValue.NULL);
  }

  private static JsonValue error(Generation generation) {
    Optional<ErrorKind> kind = generation.errorKind();
    if (kind.isEmpty()) {
      return JsonValue.NULL;
    }
    return WireJson.object()
        .add("type", V2Errors.type(kind.get().code()))
        .add("code", V2Errors.code(kind.get().code()))
        .add("message", generation.errorMessage().orElse("Generation failed"))
        .build();
  }

  private JsonArrayBuilder images(List<Image> delivered, String base, Set<String> inside) {
    JsonArrayBuilder images = WireJson.array();
    delivered.forEach(image -> images.add(image(image, base, inside.contains(image.id()))));
    return images;
  }

  private JsonObjectBuilder image(Image image, String base, boolean inside) {
    JsonObjectBuilder object =
        WireJson.object()
            .add("id", image.id())
            .add("url", links.image(base, image))
            .add("width", image.width())
            .add("height", image.height())
            .add("size_bytes", image.sizeBytes())
            .add("format", image.format() == ImageFormat.JPEG ? "jpg" : image.format().wire())
            .add("nsfw_score", score(image.scores().nsfw()))
            // There is no scorer for it, and numbers are not made up.
            .addNull("aesthetic_score")
            .add("seed", image.seed())
            .add("thumbnail_url", links.thumbnail(base, image))
            .add("quality", WireJson.object().add("brisque", score(image.scores().brisque())));
    image.facts().map(WireJson::parse).map(WireJson::object).ifPresent(object::addAll);
    if (inside) {
      object.add("b64_json", inline.base64(image));
    }
    return object;
  }

  /** Null where nothing measured it. */
  private static JsonValue score(Double score) {
    return score == null ? JsonValue.NULL : WireJson.number(score);
  }

  /** Whether the request asked for the images inside the answer. */
  static boolean wantsContent(Generation generation) {
    return generation
        .requested()
        .map(WireJson::parse)
        .filter(OutputMembers::wantsContent)
        .isPresent();
  }
}
