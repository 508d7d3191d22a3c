package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.shared.Credits;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.Links;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesJsonTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final ImagesJson json = new ImagesJson();

  @Test
  void usageTellsTheSizeThatWasDelivered() {
    json.links =
        new Links() {
          @Override
          public String image(String base, Image image) {
            return base + "/" + image.id();
          }
        };
    Generation generation = ImageStreamWriterTest.generation(1, 0);
    generation.claim(NOW);
    generation.complete(1, Credits.ZERO, List.of(), NOW);
    StoredImage larger =
        new StoredImage(0, 1, 256, 128, ImageFormat.PNG, 1, "00", "key", "thumb", "");
    Image image = new Image(generation.id(), "ten_1", larger, NOW);
    ImageWish wish = new ImageWish(null, null, null, "url", false);

    JsonObject answer =
        json.answer(
            new GenerationDetails(generation, List.of(image), 1, Optional.empty()), wish, "here");

    assertThat(generation.size()).hasToString("64x64");
    assertThat(answer.getString("size")).isEqualTo("256x128");
    assertThat(answer.getJsonObject("usage").getString("image_size")).isEqualTo("256x128");
  }
}
