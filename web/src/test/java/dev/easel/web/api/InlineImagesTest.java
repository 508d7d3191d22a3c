package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.StoredImage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlineImagesTest {

  private final InlineImages inline = new InlineImages();

  @Test
  void imagesGoInsideUpToTheirTotal() {
    inline.mostBytes = 100;

    assertThat(inline.fitting(List.of(image(0, 60), image(1, 40))))
        .containsOnly(image(0, 60).id(), image(1, 40).id());
    assertThat(inline.fitting(List.of(image(0, 60), image(1, 41), image(2, 1))))
        .containsOnly(image(0, 60).id());
    assertThat(inline.fitting(List.of(image(0, 101)))).isEmpty();
  }

  private static Image image(int index, int bytes) {
    StoredImage stored =
        new StoredImage(index, 1, 64, 64, ImageFormat.PNG, bytes, "00", "key", "thumb", "");
    return new Image("gen_0123456789abcdef01234567", "ten_1", stored, Instant.EPOCH);
  }
}
