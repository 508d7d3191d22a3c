package dev.easel.domain.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaskContentTest {

  private static final Rectangle HOLE = new Rectangle(60, 40, 80, 60);

  @Test
  void fillingCarriesOnTheColoursAround() {
    BufferedImage picture = halves(Color.RED, Color.BLUE);

    BufferedImage begun = MaskContent.FILL.under(mask(), picture, 1);

    Color left = new Color(begun.getRGB(HOLE.x + 2, 70));
    Color right = new Color(begun.getRGB(HOLE.x + HOLE.width - 3, 70));
    assertThat(left.getRed()).isGreaterThan(200);
    assertThat(right.getBlue()).isGreaterThan(200);
    assertThat(left.getGreen() + right.getGreen()).isZero(); // nothing of what was under the mask
  }

  @Test
  void noiseIsTheSameForTheSameSeedOnly() {
    BufferedImage picture = halves(Color.RED, Color.BLUE);

    int[] first = pixels(MaskContent.LATENT_NOISE.under(mask(), picture, 7));

    assertThat(pixels(MaskContent.LATENT_NOISE.under(mask(), picture, 7))).isEqualTo(first);
    assertThat(pixels(MaskContent.LATENT_NOISE.under(mask(), picture, 8))).isNotEqualTo(first);
  }

  @Test
  void nothingIsGray() {
    BufferedImage begun = MaskContent.LATENT_NOTHING.under(mask(), halves(Color.RED, Color.RED), 1);

    assertThat(begun.getRGB(100, 70)).isEqualTo(0xff808080);
  }

  @Test
  void aPictureThatIsAllMaskIsFilledWithGray() {
    Mask all = Mask.of(MaskTest.boxes(30, 20, new Rectangle(0, 0, 30, 20)), Polarity.LIGHT);

    BufferedImage begun =
        MaskContent.FILL.under(all, new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), 1);

    assertThat(pixels(begun)).containsOnly(0xff808080);
  }

  @Property(tries = 60)
  void whatTheMaskKeepsIsNeverTouched(
      @ForAll @IntRange(min = 1, max = 600) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll MaskContent content,
      @ForAll int seed) {
    BufferedImage picture = MaskTest.noisy(width, height, seed);
    Mask mask = Mask.of(MaskTest.noisy(width, height, seed + 1), Polarity.LIGHT).toned(0.5, false);

    BufferedImage begun = content.under(mask, picture, seed);

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (mask.level(x, y) == 0) {
          assertThat(begun.getRGB(x, y)).isEqualTo(picture.getRGB(x, y));
        }
      }
    }
  }

  private static Mask mask() {
    return Mask.of(MaskTest.boxes(200, 140, HOLE), Polarity.LIGHT);
  }

  /** Green under the mask. */
  private static BufferedImage halves(Color left, Color right) {
    BufferedImage picture = new BufferedImage(200, 140, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(left);
    graphics.fillRect(0, 0, 100, 140);
    graphics.setColor(right);
    graphics.fillRect(100, 0, 100, 140);
    graphics.setColor(Color.GREEN);
    graphics.fill(HOLE);
    graphics.dispose();
    return picture;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
