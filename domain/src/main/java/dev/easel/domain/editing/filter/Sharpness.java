package dev.easel.domain.editing.filter;

import java.awt.image.BufferedImage;

/** Filters that blur, and those that undo it. */
final class Sharpness {

  private Sharpness() {}

  /**
   * A Gaussian, by three box filters after each other: as quick for a wide radius as for a narrow
   * one. Colours are weighted by opacity, so that what is transparent does not bleed.
   *
   * @param radius pixels; the deviation is half of it
   */
  static BufferedImage blur(BufferedImage picture, double radius) {
    if (radius <= 0) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] boxes = boxes(radius / 2);
    float[] spare = new float[width * height];
    float[] alpha = soft(plane(picture, 24), spare, width, height, boxes);
    BufferedImage made = Pixels.blank(width, height);
    int[] pixels = Pixels.of(made);
    for (int shift = 16; shift >= 0; shift -= 8) { // one at a time: planes are large
      add(pixels, soft(plane(picture, shift), spare, width, height, boxes), alpha, shift);
    }
    return made;
  }

  private static float[] soft(float[] plane, float[] spare, int width, int height, int[] boxes) {
    for (int box : boxes) {
      rows(plane, spare, width, height, box);
      columns(spare, plane, width, height, box);
    }
    return plane;
  }

  private static void add(int[] pixels, float[] plane, float[] alpha, int shift) {
    for (int i = 0; i < pixels.length; i++) {
      if (alpha[i] > 0.5f) {
        pixels[i] |= Pixels.level(alpha[i]) << 24 | Pixels.level(plane[i] / alpha[i]) << shift;
      }
    }
  }

  static BufferedImage sharpen(BufferedImage picture, double amount, double radius) {
    BufferedImage soft = blur(picture, radius * 2);
    int[] blurred = Pixels.of(soft == picture ? Pixels.argb(picture) : soft);
    int[] pixels = Pixels.of(picture);
    for (int i = 0; i < pixels.length; i++) {
      int own = pixels[i];
      int other = blurred[i];
      pixels[i] =
          own & 0xff000000
              | Pixels.rgb(
                  away(own >> 16 & 255, other >> 16 & 255, amount),
                  away(own >> 8 & 255, other >> 8 & 255, amount),
                  away(own & 255, other & 255, amount));
    }
    return picture;
  }

  private static double away(int own, int blurred, double amount) {
    return own + (own - blurred) * amount;
  }

  /** Widths of three boxes that together are as wide as the Gaussian. */
  private static int[] boxes(double deviation) {
    double ideal = Math.sqrt(12 * deviation * deviation / 3 + 1);
    int lower = (int) Math.floor(ideal) - ((int) Math.floor(ideal) % 2 == 0 ? 1 : 0);
    int upper = lower + 2;
    double narrow =
        (12 * deviation * deviation - 3.0 * lower * lower - 12.0 * lower - 9) / (-4.0 * lower - 4);
    int[] boxes = new int[3];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = i < Math.round(narrow) ? lower : upper;
    }
    return boxes;
  }

  /** Opacity itself, or a colour times opacity. */
  private static float[] plane(BufferedImage picture, int shift) {
    int[] pixels = Pixels.of(picture);
    float[] plane = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      float alpha = pixels[i] >>> 24;
      plane[i] = shift == 24 ? alpha : (pixels[i] >> shift & 255) * alpha;
    }
    return plane;
  }

  private static void rows(float[] from, float[] to, int width, int height, int box) {
    for (int y = 0; y < height; y++) {
      line(from, to, y * width, 1, width, box);
    }
  }

  private static void columns(float[] from, float[] to, int width, int height, int box) {
    for (int x = 0; x < width; x++) {
      line(from, to, x, width, height, box);
    }
  }

  /** The mean over a moving window; beyond the ends the last value goes on. */
  private static void line(float[] from, float[] to, int start, int step, int length, int box) {
    int half = box / 2;
    double sum = 0;
    for (int i = -half; i <= half; i++) {
      sum += from[start + bounded(i, length) * step];
    }
    for (int i = 0; i < length; i++) {
      to[start + i * step] = (float) (sum / box);
      sum += from[start + bounded(i + half + 1, length) * step];
      sum -= from[start + bounded(i - half, length) * step];
    }
  }

  private static int bounded(int at, int length) {
    return Math.max(0, Math.min(length - 1, at));
  }
}
