package dev.easel.adapter.provider.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Image to image, masks and transparency. */
class RepaintTest {

  private static final int SIDE = 96;

  private static BufferedImage stripes(int type) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, type);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, x / 8 % 2 == 0 ? 0xFF20C040 : 0xFFE0E8F0);
      }
    }
    return image;
  }

  /** Black on the left, white on the right, a gray column between. */
  private static BufferedImage halves() {
    BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = SIDE / 2; x < SIDE; x++) {
        mask.setRGB(x, y, x == SIDE / 2 ? 0x808080 : 0xFFFFFF);
      }
    }
    return mask;
  }

  private static int[] rgb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void blackInTheMaskKeepsEveryPixel() {
    BufferedImage init = stripes(BufferedImage.TYPE_INT_RGB);

    int[] painted = Orders.of("a sunset").from(init, 1).masked(halves()).shown(2).paint().pixels(0);

    int[] kept = rgb(init);
    long changed = 0;
    for (int i = 0; i < kept.length; i++) {
      if (i % SIDE < SIDE / 2) {
        assertThat(painted[i]).isEqualTo(kept[i]);
      } else if (painted[i] != kept[i]) {
        changed++;
      }
    }
    assertThat(changed).isGreaterThan(SIDE * SIDE / 3);
  }

  @Test
  void strengthDecidesHowMuchOfTheImageRemains() {
    BufferedImage init = stripes(BufferedImage.TYPE_INT_RGB);
    Orders order = Orders.of("mountains at night");

    double little = Orders.difference(rgb(init), order.from(init, 0.15).paint().pixels(0));
    double half = Orders.difference(rgb(init), order.from(init, 0.6).paint().pixels(0));
    double much = Orders.difference(rgb(init), order.from(init, 0.95).paint().pixels(0));

    assertThat(little).isBetween(0.5, half);
    assertThat(half).isLessThan(much);
    assertThat(Orders.difference(rgb(init), order.from(init, 0).paint().pixels(0))).isZero();
  }

  @Test
  void fullStrengthIgnoresTheImage() {
    Orders order = Orders.of("mountains at night");

    int[] with = order.from(stripes(BufferedImage.TYPE_INT_RGB), 1).paint().pixels(0);

    assertThat(with).isEqualTo(order.paint().pixels(0));
  }

  @Test
  void anImageOfAnotherSizeIsBroughtToTheOrderedOne() {
    BufferedImage small = new BufferedImage(31, 17, BufferedImage.TYPE_INT_ARGB);

    Orders.Received received = Orders.of("a lake").from(small, 0.5).paint();

    assertThat(received.images.get(0).pixels().getWidth()).isEqualTo(SIDE);
  }

  @Test
  void aTransparentOrderShowsOnlyTheSubject() {
    BufferedImage image = Orders.of("a red sports car").onNothing().paint().images.get(0).pixels();

    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(image.getRGB(2, 2) >>> 24).isZero();
    assertThat(image.getRGB(SIDE / 2, (int) (SIDE * 0.82)) >>> 24).isGreaterThan(200);
  }
}
