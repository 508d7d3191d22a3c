package dev.easel.domain.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void saysWhichColoursThereAreAndHowMuchOfEach() {
    BufferedImage flag = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flag.createGraphics();
    graphics.setColor(new Color(0xFF5733));
    graphics.fillRect(0, 0, 60, 60);
    graphics.setColor(new Color(0x3357FF));
    graphics.fillRect(60, 0, 30, 60);
    graphics.dispose();

    Palette palette = Palette.of(flag);

    assertThat(palette.colours())
        .extracting(Palette.Colour::hex)
        .containsExactly("#FF5733", "#3357FF");
    assertThat(palette.colours().get(0).share()).isCloseTo(2 / 3.0, within(0.02));
    assertThat(palette.chroma()).isGreaterThan(0.1);
  }

  @Test
  void aGrayPictureHasNoColour() {
    BufferedImage gray = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 50; x++) {
      for (int y = 0; y < 50; y++) {
        gray.setRGB(x, y, x * 5 * 0x010101);
      }
    }
    assertThat(Palette.of(gray).chroma()).isLessThan(0.001);
  }

  @Test
  void whatIsTransparentHasNoColour() {
    assertThat(Palette.of(new BufferedImage(5, 5, BufferedImage.TYPE_INT_ARGB)).colours())
        .isEmpty();
  }

  @Test
  void noisyPicturesGiveTheSameColoursEachTime() {
    BufferedImage picture = MaskTest.noisy(80, 80, 3);
    assertThat(Palette.of(picture)).isEqualTo(Palette.of(picture));
  }

  @Test
  void coloursSurviveTheWayThroughOkLab() {
    for (int rgb : new int[] {0, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xfedcba}) {
      assertThat(Lab.of(rgb).rgb()).isEqualTo(rgb);
    }
  }

  @Test
  void transferBringsTheMeanColourOver() {
    BufferedImage warm = MaskTest.noisy(64, 64, 4);
    BufferedImage blue = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 100; i++) {
      blue.setRGB(i % 10, i / 10, 0x2040c0 + i % 7);
    }

    Palette made = Palette.of(ColourTransfer.apply(warm, blue));

    int rgb = made.colours().get(0).rgb();
    assertThat(rgb & 255).isGreaterThan(rgb >> 16 & 255);
  }
}
