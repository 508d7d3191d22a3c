package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Metadata;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.awt.image.BufferedImage;

/**
 * Whatever bytes come, they are a picture or a refusal, and whatever a picture tells can be written
 * or is left out. Run as a test it tries the files beside it; with {@code JAZZER_FUZZ=1} it looks
 * for new ones.
 */
class ImageSnifferFuzzTest {

  private static final ImageDecoder DECODER = new ImageDecoder(new ImageCaps(1 << 20, 1 << 16));
  private static final ImageIoCodec CODEC = new ImageIoCodec();
  private static final BufferedImage PIXELS = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);

  @FuzzTest(maxDuration = "45s")
  void whateverComesIsReadOrRefused(byte[] content) {
    if (content == null) {
      return;
    }
    try {
      ImageFacts facts = DECODER.inspect(content);
      assertThat((long) facts.width() * facts.height()).isBetween(1L, 1L << 16);
      DECODER.decode(content);
      Metadata kept = new MetadataReader(8, 8).read(content);
      CODEC.encode(PIXELS, ImageFormat.JPEG, 90, Samples.PROVENANCE, kept);
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    }
  }
}
