package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.vision.Golden;
import dev.easel.adapter.vision.Golden.Tolerance;
import dev.easel.adapter.vision.Photographs;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Upscaler;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every network on a small photograph. */
class NetworkGoldenTest {

  private static final BufferedImage FACE =
      Photographs.shrunk(Photographs.of("astronaut").getSubimage(112, 32, 128, 128), 4);
  private static final BufferedImage EYE = Photographs.of("chelsea").getSubimage(150, 100, 64, 64);

  @Test
  void cutsOutAsItDid() {
    BufferedImage mask = House.matting().alpha(Photographs.of("astronaut"));

    Golden.compare("cutout", Photographs.shrunk(mask, 4), Tolerance.NUMERIC);
  }

  /** All that are always there; who wants the large one installs it. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PHOTO")
  void enlargesAsItDid(Upscaler model) {
    BufferedImage large = House.upscaling().upscale(FACE, model, 4, Progress.NONE);

    String name = "upscale-" + model.name().toLowerCase(Locale.ROOT);
    Golden.compare(name, large, Tolerance.NUMERIC);
  }

  @Test
  void takesNoiseAwayAsItDid() {
    BufferedImage noisy = Photographs.noisy(EYE, 25);

    BufferedImage mended = House.restoration().restore(noisy, Damage.NOISE, 1, Progress.NONE);

    Golden.compare("restore-noise", mended, Tolerance.NUMERIC);
    assertThat(Golden.difference(noisy, mended).mean()).isGreaterThan(1);
  }

  @Test
  void takesBlocksAwayAsItDid() {
    BufferedImage blocky = Photographs.jpeg(EYE, 0.1f);

    BufferedImage mended = House.restoration().restore(blocky, Damage.JPEG, 1, Progress.NONE);

    Golden.compare("restore-jpeg", mended, Tolerance.NUMERIC);
  }
}
