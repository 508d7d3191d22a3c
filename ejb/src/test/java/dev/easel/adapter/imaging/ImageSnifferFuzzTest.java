package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;

/**
 * Whatever bytes come, they are a picture or a refusal. Run as a test it tries the files beside it;
 * with {@code JAZZER_FUZZ=1} it looks for new ones.
 */
class ImageSnifferFuzzTest {

  private static final ImageDecoder DECODER = new ImageDecoder(new ImageCaps(1 << 20, 1 << 16));

  @FuzzTest(maxDuration = "45s")
  void whateverComesIsReadOrRefused(byte[] content) {
    if (content == null) {
      return;
    }
    try {
      ImageFacts facts = DECODER.inspect(content);
      assertThat((long) facts.width() * facts.height()).isBetween(1L, 1L << 16);
      DECODER.decode(content);
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    }
  }
}
