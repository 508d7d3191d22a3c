package dev.easel.adapter.vision.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.adapter.vision.Photographs;
import dev.easel.adapter.vision.Pictures;
import dev.easel.adapter.vision.TestSettings;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.QualityMeter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quality, filling and interpolation on photographs. */
class OpenCvTest {

  @ParameterizedTest
  @ValueSource(strings = {"astronaut", "chelsea"})
  void theWorseThePictureTheHigherItsScore(String name) {
    QualityMeter meter = TestOpenCv.quality();
    BufferedImage clean = Photographs.of(name);

    double best = meter.brisque(clean);
    double compressed = meter.brisque(Photographs.jpeg(clean, 0.2f));
    double noisy = meter.brisque(Photographs.noisy(clean, 25));
    double blurred = meter.brisque(Photographs.blurred(clean, 7));

    assertThat(best).isLessThan(15);
    assertThat(compressed).isGreaterThan(best + 10);
    assertThat(noisy).isGreaterThan(compressed);
    assertThat(blurred).isGreaterThan(noisy);
  }

  @Test
  void aPictureTooSmallToMeasureIsRefused() {
    BufferedImage tiny = Pictures.rgb(15, 40);

    assertThatThrownBy(() -> TestOpenCv.quality().brisque(tiny))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSmallHoleIsFilledLikeItsSurroundings() {
    BufferedImage table = Photographs.of("coffee");
    BufferedImage mask = mask(table, 400, 90, 40, 30);
    BufferedImage damaged = painted(table, 400, 90, 40, 30);

    BufferedImage filled = TestOpenCv.inpainting().fill(damaged, mask);

    assertThat(Photographs.psnr(part(filled), part(table))).isGreaterThan(20);
    assertThat(Photographs.psnr(part(damaged), part(table))).isLessThan(12);
  }

  @Test
  void whatTheMaskKeepsStaysToTheBit() {
    BufferedImage table = Photographs.of("coffee");
    BufferedImage mask = mask(table, 200, 60, 20, 200);

    BufferedImage filled = TestOpenCv.inpainting().fill(table, mask);

    for (int y = 0; y < table.getHeight(); y++) {
      for (int x = 0; x < table.getWidth(); x++) {
        if (mask.getRaster().getSample(x, y, 0) == 0) {
          assertThat(filled.getRGB(x, y)).isEqualTo(table.getRGB(x, y));
        }
      }
    }
  }

  @Test
  void aLargeHoleIsFilledQuickly() {
    BufferedImage table = Photographs.of("coffee");
    BufferedImage mask = mask(table, 50, 20, 350, 280);

    BufferedImage filled = TestOpenCv.inpainting().fill(table, mask);

    assertThat(filled.getRGB(200, 150)).isNotEqualTo(table.getRGB(200, 150));
  }

  @Test
  void anEmptyMaskChangesNothing() {
    BufferedImage table = Photographs.of("coffee");

    BufferedImage same =
        TestOpenCv.inpainting().fill(table, Pictures.gray(table.getWidth(), table.getHeight()));

    assertThat(Pictures.argb(same)).isEqualTo(Pictures.argb(table));
  }

  @Test
  void picturesComeBackFromMatricesUnchanged() {
    BufferedImage cat = Photographs.of("chelsea");
    TestOpenCv.OPEN_CV.require();

    try (var mat = Mats.bgr(cat)) {
      assertThat(Pictures.argb(Mats.rgb(mat))).isEqualTo(Pictures.argb(cat));
    }
  }

  @Test
  void switchedOffItSaysSo() {
    OpenCv openCv = new OpenCv();
    openCv.settings = TestSettings.switchedOff();

    assertThatThrownBy(openCv::require).isInstanceOf(FailureException.class);
  }

  private static BufferedImage part(BufferedImage picture) {
    return picture.getSubimage(400, 90, 40, 30);
  }

  private static BufferedImage mask(BufferedImage picture, int x, int y, int width, int height) {
    return painted(Pictures.gray(picture.getWidth(), picture.getHeight()), x, y, width, height);
  }

  private static BufferedImage painted(BufferedImage picture, int x, int y, int width, int height) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(x, y, width, height);
    graphics.dispose();
    return copy;
  }
}
