package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.Scores;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.service.asset.InputLinks;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.Links;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenerationJsonTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:12:03Z");
  private static final Scores MEASURED = new Scores(0.0021, 21.4);

  private final GenerationJson views = new GenerationJson();

  GenerationJsonTest() {
    Links links = new PlainLinks();
    views.links = links;
    views.processes = new ProcessJson();
    views.processes.links = links;
    views.sources = new SourceImageJson();
    views.sources.links = new AssetAddresses();
  }

  @Test
  void imageToImageTellsItsSourceAndWhatWasDone() {
    JsonObject printed =
        printed(
            generation(
                Operation.IMAGE_TO_IMAGE, "{}", "{\"init_image\":\"https://example.org/a.png\"}"),
            "{\"analysis\":{\"style\":\"photograph\"}}",
            image(0, ImageRole.RESULT, "{\"transformations_applied\":[\"image_to_image\"]}"));

    assertThat(printed.keySet())
        .startsWith("id", "status", "created_at", "completed_at", "source_image", "model");
    assertThat(printed.getJsonObject("source_image"))
        .hasToString(
            "{\"url\":\"https://example.org/a.png\",\"analysis\":{\"style\":\"photograph\"}}");
    JsonObject image = printed.getJsonArray("images").getJsonObject(0);
    assertThat(image.getJsonArray("transformations_applied")).hasToString("[\"image_to_image\"]");
    assertThat(image.getJsonNumber("nsfw_score").doubleValue()).isEqualTo(0.0021);
    assertThat(image.getJsonObject("quality")).hasToString("{\"brisque\":21.4}");
    assertThat(image.get("aesthetic_score")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void aSourceWithoutAnAddressIsToldByOurs() {
    JsonObject printed = printed(generation(Operation.IMAGE_TO_IMAGE, "{}", "{}"), "");

    assertThat(printed.getJsonObject("source_image"))
        .hasToString("{\"url\":\"http://here/files/ast_1\",\"analysis\":null}");
  }

  @Test
  void filtersPrintWhatTheSeedPrints() {
    JsonObject printed =
        printed(
            generation(Operation.FILTERS, "{\"filters\":[{\"type\":\"invert\"}]}", "{}"),
            "",
            image(0, ImageRole.RESULT, ""));

    assertThat(printed).doesNotContainKeys("images", "result", "effective_prompt");
    assertThat(printed.getJsonObject("processed_image").keySet())
        .startsWith("url", "filters_applied", "processing_time_ms", "image_id");
    assertThat(printed.getJsonObject("processed_image").getJsonArray("filters_applied"))
        .hasToString("[\"invert\"]");
    assertThat(printed.getJsonObject("processed_image").getInt("processing_time_ms")).isZero();
  }

  @Test
  void aCutoutLeadsToItsMask() {
    JsonObject result =
        printed(
                generation(Operation.REMOVE_BACKGROUND, "{}", "{}"),
                "",
                image(0, ImageRole.RESULT, "{\"foreground_bounds\":null}"),
                image(1, ImageRole.MASK, ""))
            .getJsonObject("result");

    assertThat(result.keySet()).startsWith("url", "mask_url", "foreground_bounds", "image_id");
    assertThat(result.getString("mask_url")).endsWith("_1");
  }

  @Test
  void anAnalysisIsWhatWasFound() {
    JsonObject printed = printed(generation(Operation.ANALYZE, "{}", "{}"), "{\"tags\":[\"cat\"]}");

    assertThat(printed.getJsonObject("analysis")).hasToString("{\"tags\":[\"cat\"]}");
    assertThat(printed).doesNotContainKeys("images", "result");
  }

  @Test
  void whatIsNotThereYetIsNull() {
    Generation waiting = generation(Operation.UPSCALE, "{}", "{}");

    assertThat(views.printed(details(waiting), "http://here", true).get("result"))
        .isEqualTo(JsonValue.NULL);
  }

  private JsonObject printed(Generation generation, String findings, Image... images) {
    generation.claim(NOW);
    generation.found(findings);
    generation.complete(1, Credits.ZERO, List.of(), NOW);
    return views.printed(details(generation, images), "http://here", true);
  }

  private static GenerationDetails details(Generation generation, Image... images) {
    return new GenerationDetails(generation, List.of(images), 1, Optional.empty());
  }

  private static Image image(int index, ImageRole role, String facts) {
    StoredImage stored =
        new StoredImage(
            index, 7, 64, 64, ImageFormat.PNG, 10, "", "a/b", "a/c", "", role, facts, MEASURED);
    return new Image("proc_000000000000000000000001", "ten_1", stored, NOW);
  }

  private static Generation generation(Operation operation, String settings, String requested) {
    Order order =
        new Order(
            operation,
            "easel/sketch",
            "",
            "",
            "",
            new Size(64, 64),
            1,
            1,
            1,
            0,
            1,
            "",
            "",
            "",
            ImageFormat.PNG,
            95,
            false,
            0,
            "ast_1",
            null,
            Edit.of(settings),
            false,
            List.of());
    return new Generation(
        new Caller("ten_1", "user_1", "key_1", "enterprise", true),
        order,
        new Origin(Surface.V2, "req_1", null, null, requested, null, null),
        new Price("rule", 1, Credits.ZERO, 1),
        NOW);
  }

  private static final class PlainLinks extends Links {
    @Override
    public String image(String base, Image image) {
      return base + "/files/" + image.id();
    }

    @Override
    public String thumbnail(String base, Image image) {
      return base + "/files/" + image.id() + "-t";
    }
  }

  private static final class AssetAddresses extends InputLinks {
    @Override
    public Optional<String> of(String tenantId, String id) {
      return Optional.of("/files/" + id);
    }
  }
}
