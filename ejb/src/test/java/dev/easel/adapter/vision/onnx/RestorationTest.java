package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.vision.Photographs;
import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Restoration;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Damage that was done on purpose, so that the picture without it is known. */
class RestorationTest {

  private static final BufferedImage CAT = Photographs.of("chelsea").getSubimage(60, 40, 210, 202);

  private final Restoration restoration = House.restoration();

  @Test
  void noiseGoes() {
    BufferedImage noisy = Photographs.noisy(CAT, 25);

    BufferedImage mended = restoration.restore(noisy, Damage.NOISE, 1, Progress.NONE);

    assertThat(Photographs.psnr(CAT, mended)).isGreaterThan(5 + Photographs.psnr(CAT, noisy));
  }

  @Test
  void marksOfJpegGo() {
    BufferedImage blocky = Photographs.jpeg(CAT, 0.1f);

    BufferedImage mended = restoration.restore(blocky, Damage.JPEG, 1, Progress.NONE);

    assertThat(Photographs.psnr(CAT, mended)).isGreaterThan(0.5 + Photographs.psnr(CAT, blocky));
  }

  @Test
  void moreStrengthChangesMore() {
    BufferedImage blocky = Photographs.jpeg(CAT, 0.1f).getSubimage(0, 0, 101, 99);

    BufferedImage little = restoration.restore(blocky, Damage.JPEG, 0.2, Progress.NONE);
    BufferedImage much = restoration.restore(blocky, Damage.JPEG, 1, Progress.NONE);

    assertThat(Photographs.psnr(blocky, little)).isGreaterThan(Photographs.psnr(blocky, much));
  }

  @Test
  void withoutStrengthThePictureStays() {
    BufferedImage blocky = Photographs.jpeg(CAT, 0.1f).getSubimage(0, 0, 61, 59);

    BufferedImage same = restoration.restore(blocky, Damage.JPEG, 0, Progress.NONE);

    assertThat(Pictures.argb(same)).isEqualTo(Pictures.argb(blocky));
  }

  @Test
  void transparencyStays() {
    BufferedImage opacity = Pictures.gray(60, 60);
    opacity.getRaster().setSample(30, 30, 0, 77);
    BufferedImage cut = Pictures.withOpacity(CAT.getSubimage(0, 0, 60, 60), opacity);

    BufferedImage mended = restoration.restore(cut, Damage.NOISE, 1, Progress.NONE);

    assertThat(mended.getRGB(30, 30) >>> 24).isEqualTo(77);
    assertThat(mended.getRGB(10, 10) >>> 24).isZero();
  }
}
