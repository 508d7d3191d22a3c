package dev.easel.domain.editing.filter;

import dev.easel.domain.shared.FailureException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.IntUnaryOperator;

/** Pictures as {@code 0xAARRGGBB}, not premultiplied. */
final class Pixels {

  /** What a filter may make; more would not fit into the memory beside others. */
  static final long MOST = 4096L * 4096;

  private Pixels() {}

  /** A copy that may be changed, with alpha. */
  static BufferedImage argb(BufferedImage picture) {
    BufferedImage copy = blank(picture.getWidth(), picture.getHeight());
    int[] row = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      copy.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return copy;
  }

  /**
   * @throws FailureException if that is too large
   */
  static BufferedImage blank(int width, int height) {
    if ((long) width * height > MOST) {
      throw FailureException.invalid(
          "filters",
          "would make a picture of %dx%d, more than %d megapixels"
              .formatted(width, height, MOST / 1_000_000));
    }
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  /** The pixels themselves, of a picture made here. */
  static int[] of(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  static boolean isOpaque(BufferedImage picture) {
    for (int pixel : of(picture)) {
      if (pixel >>> 24 != 255) {
        return false;
      }
    }
    return true;
  }

  static BufferedImage opaque(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] from = of(picture);
    int[] to = of(copy);
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i] & 0xffffff;
    }
    return copy;
  }

  static BufferedImage onWhite(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return copy;
  }

  /** Changes each colour for itself; opacity stays. */
  static BufferedImage map(BufferedImage picture, IntUnaryOperator colour) {
    int[] pixels = of(picture);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] & 0xff000000 | colour.applyAsInt(pixels[i]) & 0xffffff;
    }
    return picture;
  }

  /** Lets the colours of another picture shine through; opacity stays. */
  static BufferedImage blend(BufferedImage picture, BufferedImage other, double share) {
    int[] pixels = of(picture);
    int[] others = of(other);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] & 0xff000000 | mixed(pixels[i], others[i], share);
    }
    return picture;
  }

  static int mixed(int from, int to, double share) {
    int red = between(from >> 16 & 255, to >> 16 & 255, share);
    int green = between(from >> 8 & 255, to >> 8 & 255, share);
    int blue = between(from & 255, to & 255, share);
    return red << 16 | green << 8 | blue;
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  static int rgb(double red, double green, double blue) {
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  static double luma(int rgb) {
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
  }
}
