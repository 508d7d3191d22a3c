package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.service.generation.GenerationEvent.Type;
import dev.easel.web.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageStreamWriterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final Generation generation = generation(2, 2);
  private final Recorder recorder = new Recorder();
  private final ImageStreamWriter writer = new ImageStreamWriter(generation, recorder);

  @Test
  void previewsAreCountedFromZeroForEachImage() {
    writer.accept(preview(0, 0));
    writer.accept(preview(0, 1));
    writer.accept(preview(1, 0));

    assertThat(recorder.lines).containsExactly("partial 0/0", "partial 0/1", "partial 1/0");
  }

  @Test
  void thePreviewToldTwiceIsSentOnce() {
    writer.accept(preview(0, 1));
    writer.accept(preview(0, 1));

    assertThat(recorder.lines).containsExactly("partial 0/0");
  }

  @Test
  void noMorePartialsAreSentThanWereAskedFor() {
    IntStream.range(0, 5).forEach(i -> writer.accept(preview(0, i)));

    assertThat(recorder.lines).hasSize(2);
  }

  @Test
  void progressIsNoEventOfThisDialect() {
    writer.accept(plain(Type.QUEUED));
    writer.accept(plain(Type.STARTED));
    writer.accept(plain(Type.PROGRESS));

    assertThat(recorder.lines).isEmpty();
  }

  @Test
  void aStreamThatIsTooOldEndsWithAnError() {
    writer.giveUp();

    assertThat(recorder.lines).hasSize(1).first().asString().startsWith("error ");
  }

  @Test
  void eachImageIsCompletedThenTheStreamCloses() {
    generation.claim(NOW);
    generation.complete(2, Credits.ZERO, List.of(), NOW);

    writer.accept(plain(Type.COMPLETED));

    assertThat(recorder.lines).containsExactly("completed 0", "completed 1", "close");
  }

  @Test
  void aFailureIsOneErrorThenTheStreamCloses() {
    generation.claim(NOW);
    generation.fail(ErrorKind.RENDER_FAILED, "The renderer broke", NOW);

    writer.accept(plain(Type.FAILED));

    assertThat(recorder.lines).containsExactly("error generation_failed", "close");
  }

  @Test
  void aCancelledGenerationEndsWithAnError() {
    generation.cancel(NOW);

    writer.accept(plain(Type.CANCELLED));

    assertThat(recorder.lines).containsExactly("error conflict", "close");
  }

  @Test
  void aPreviewThatCannotBeEncodedEndsTheStreamWithAnError() {
    recorder.broken = true;

    writer.accept(preview(0, 0));

    assertThat(recorder.lines).containsExactly("error invalid_parameter", "close");
  }

  private static GenerationEvent preview(int image, int index) {
    BufferedImage state = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    return new GenerationEvent(Type.PREVIEW, "gen_1", 0.5, image, index, state);
  }

  private static GenerationEvent plain(Type type) {
    return new GenerationEvent(type, "gen_1", 0, -1, -1, null);
  }

  static Generation generation(int count, int previews) {
    Order order =
        new Order(
            Operation.TEXT_TO_IMAGE,
            "easel/sketch",
            "a hill",
            "",
            "a hill",
            new Size(64, 64),
            count,
            10,
            7.5,
            1,
            0.75,
            "",
            "",
            "",
            ImageFormat.PNG,
            95,
            false,
            previews,
            null,
            null,
            Edit.NONE,
            false,
            List.of());
    return new Generation(
        new Caller("ten_1", "user_1", "key_1", "enterprise", true),
        order,
        new Origin(Surface.OPENAI, "req_1", null, null, null, null, null),
        new Price("rule", 1, Credits.ZERO, 1),
        NOW);
  }

  /** Writes down what would go to the client. */
  private final class Recorder implements ImageStreamWriter.Surroundings {
    final List<String> lines = new ArrayList<>();
    boolean broken;

    @Override
    public GenerationDetails details() {
      List<Image> images =
          IntStream.range(0, generation.delivered())
              .mapToObj(ImageStreamWriterTest.this::image)
              .toList();
      return new GenerationDetails(generation, images, 1, Optional.empty());
    }

    @Override
    public JsonObject partial(Generation of, BufferedImage state, int imageIndex, int index) {
      if (broken) {
        throw FailureException.of(FailureCode.INVALID_IMAGE, "No encoder takes it");
      }
      return type("partial " + imageIndex + "/" + index);
    }

    @Override
    public JsonObject completed(GenerationDetails details, int position) {
      return type("completed " + details.images().get(position).index());
    }

    @Override
    public JsonObject failure(RuntimeException cause) {
      return new OpenAiErrors().word(Refusal.of(cause), "").body();
    }

    @Override
    public void send(String name, JsonObject data) {
      lines.add(
          name.equals("error") ? "error " + data.getJsonObject("error").getString("code") : name);
    }

    @Override
    public void close() {
      lines.add("close");
    }

    private JsonObject type(String type) {
      return Json.createObjectBuilder().add("type", type).build();
    }
  }

  private Image image(int index) {
    StoredImage stored =
        new StoredImage(index, 1, 64, 64, ImageFormat.PNG, 1, "00", "key", "thumb", "");
    return new Image(generation.id(), "ten_1", stored, NOW);
  }
}
