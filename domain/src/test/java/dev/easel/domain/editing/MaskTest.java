package dev.easel.domain.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void whiteAndOpaqueIsRepainted() {
    Mask mask = Mask.of(boxes(10, 10, new Rectangle(2, 3, 4, 5)), Polarity.LIGHT);

    assertThat(mask.level(2, 3)).isEqualTo(255);
    assertThat(mask.level(1, 3)).isZero();
    assertThat(mask.share()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void theOtherWayRoundBlackIsRepainted() {
    Mask mask = Mask.of(boxes(10, 10, new Rectangle(0, 0, 5, 10)), Polarity.DARK);

    assertThat(mask.level(0, 0)).isZero();
    assertThat(mask.level(9, 0)).isEqualTo(255);
  }

  @Test
  void onTheOpenAiSurfaceHolesAreRepainted() {
    BufferedImage holed = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    holed.setRGB(0, 0, 0xff123456);

    Mask mask = Mask.of(holed, Polarity.TRANSPARENT);

    assertThat(mask.level(0, 0)).isZero();
    assertThat(mask.level(1, 0)).isEqualTo(255);
  }

  @Test
  void whatIsTransparentIsNotRepaintedHoweverWhiteItIs() {
    BufferedImage white = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    white.setRGB(0, 0, 0x00ffffff);
    white.setRGB(1, 0, 0xffffffff);

    Mask mask = Mask.of(white, Polarity.LIGHT);

    assertThat(mask.level(0, 0)).isZero();
    assertThat(mask.level(1, 0)).isEqualTo(255);
  }

  @Test
  void aGrayImageIsReadByItsLevels() {
    BufferedImage gray = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setSample(0, 0, 0, 100);

    Mask written = Mask.of(gray, Polarity.LIGHT);

    assertThat(Mask.of(written.image(), Polarity.LIGHT).level(0, 0)).isEqualTo(written.level(0, 0));
  }

  @Test
  void areasThatTouchByACornerAreOne() {
    BufferedImage image =
        boxes(
            20,
            20,
            new Rectangle(0, 0, 5, 5),
            new Rectangle(5, 5, 3, 3),
            new Rectangle(15, 1, 2, 2));

    assertThat(Mask.of(image, Polarity.LIGHT).regions())
        .containsExactly(new Rectangle(0, 0, 8, 8), new Rectangle(15, 1, 2, 2));
  }

  @Test
  void pixelsOutsideOfTheBlurredMaskStayAsTheyWere() {
    Mask mask = Mask.of(boxes(100, 100, new Rectangle(40, 40, 20, 20)), Polarity.LIGHT).blurred(3);
    BufferedImage kept = noisy(100, 100, 1);
    BufferedImage fresh = noisy(100, 100, 2);

    BufferedImage blended = mask.blend(kept, fresh);

    assertThat(blended.getRGB(50, 50)).isEqualTo(fresh.getRGB(50, 50));
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) {
        if (mask.level(x, y) == 0) {
          assertThat(blended.getRGB(x, y)).isEqualTo(kept.getRGB(x, y));
        }
      }
    }
    assertThat(mask.level(20, 50)).isZero();
    assertThat(mask.level(39, 50)).isBetween(1, 254);
  }

  @Test
  void aThresholdOfOneHalfLeavesSoftLevels() {
    BufferedImage gray = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
    gray.setRGB(0, 0, 0x404040);
    gray.setRGB(1, 0, 0x808080);
    gray.setRGB(2, 0, 0xffffff);
    Mask mask = Mask.of(gray, Polarity.LIGHT);

    assertThat(mask.toned(0.5, true).level(0, 0)).isEqualTo(mask.level(0, 0));
    assertThat(mask.toned(0.5, false).level(0, 0)).isZero();
    assertThat(mask.toned(0.2, false).level(0, 0)).isEqualTo(255);
    assertThat(mask.toned(0.8, true).level(1, 0)).isLessThan(mask.level(1, 0));
  }

  @Test
  void cuttingMakesTheRestTransparent() {
    Mask mask = Mask.of(boxes(4, 4, new Rectangle(0, 0, 2, 4)), Polarity.LIGHT);

    BufferedImage cut = mask.cut(noisy(4, 4, 1));

    assertThat(cut.getRGB(0, 0) >>> 24).isEqualTo(255);
    assertThat(cut.getRGB(3, 0) >>> 24).isZero();
    assertThat(mask.bounds()).contains(new Rectangle(0, 0, 2, 4));
  }

  @Test
  void whatJpegMakesOfBlackIsBlank() {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, 0x070707);
    assertThat(Mask.of(image, Polarity.LIGHT).isBlank()).isTrue();

    image.setRGB(2, 2, 0x0a0a0a);
    assertThat(Mask.of(image, Polarity.LIGHT).isBlank()).isFalse();
  }

  @Test
  void nothingMarkedHasNoBounds() {
    assertThat(Mask.of(boxes(4, 4), Polarity.LIGHT).bounds()).isEmpty();
  }

  @Test
  void scaledItCoversTheSamePart() {
    Mask mask = Mask.of(boxes(10, 10, new Rectangle(0, 0, 5, 10)), Polarity.LIGHT).scaledTo(40, 20);

    assertThat(mask.width()).isEqualTo(40);
    assertThat(mask.share()).isCloseTo(0.5, within(0.05));
  }

  static BufferedImage boxes(int width, int height, Rectangle... boxes) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    for (Rectangle box : boxes) {
      graphics.fill(box);
    }
    graphics.dispose();
    return image;
  }

  static BufferedImage noisy(int width, int height, int seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    return image;
  }
}
