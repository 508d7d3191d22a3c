package dev.easel.domain.editing.filter;

import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** Filters that change each pixel by itself. */
final class Tones {

  /** Weights of the channels in luminance, as the matrices of SVG and CSS have them. */
  private static final double R = 0.2126;

  private static final double G = 0.7152;
  private static final double B = 0.0722;

  private static final double[] SEPIA = {
    0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131
  };

  private Tones() {}

  static BufferedImage curve(BufferedImage picture, FilterStep step) {
    int[] table = table(curve(step));
    return Pixels.map(
        picture, c -> table[c >> 16 & 255] << 16 | table[c >> 8 & 255] << 8 | table[c & 255]);
  }

  /** From level to level, both 0–255. */
  private static DoubleUnaryOperator curve(FilterStep step) {
    return switch (step.type()) {
      case BRIGHTNESS -> level -> level * step.number("value");
      case CONTRAST -> level -> (level - 127.5) * step.number("value") + 127.5;
      case GAMMA -> level -> 255 * Math.pow(level / 255, 1 / step.number("value"));
      case INVERT -> level -> level + (255 - 2 * level) * step.number("intensity");
      case POSTERIZE -> level -> posterized(level, step.integer("levels") - 1);
      default -> throw new IllegalArgumentException("no curve: " + step.type());
    };
  }

  private static double posterized(double level, int steps) {
    return Math.round(level / 255 * steps) * 255.0 / steps;
  }

  private static int[] table(DoubleUnaryOperator curve) {
    int[] table = new int[256];
    for (int level = 0; level < table.length; level++) {
      table[level] = Pixels.level(curve.applyAsDouble(level));
    }
    return table;
  }

  static BufferedImage matrix(BufferedImage picture, FilterStep step) {
    double[] m =
        switch (step.type()) {
          case SATURATION -> saturation(step.number("value"));
          case GRAYSCALE -> saturation(1 - step.number("intensity"));
          case HUE -> hue(Math.toRadians(step.number("value")));
          case SEPIA -> towards(SEPIA, step.number("intensity"));
          default -> throw new IllegalArgumentException("no matrix: " + step.type());
        };
    return Pixels.map(
        picture,
        c -> {
          int r = c >> 16 & 255;
          int g = c >> 8 & 255;
          int b = c & 255;
          return Pixels.rgb(
              m[0] * r + m[1] * g + m[2] * b,
              m[3] * r + m[4] * g + m[5] * b,
              m[6] * r + m[7] * g + m[8] * b);
        });
  }

  private static double[] saturation(double s) {
    return new double[] {
      R + (1 - R) * s,
      G - G * s,
      B - B * s,
      R - R * s,
      G + (1 - G) * s,
      B - B * s,
      R - R * s,
      G - G * s,
      B + (1 - B) * s
    };
  }

  /** Source: the matrix {@code hueRotate} of SVG's feColorMatrix. */
  private static double[] hue(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[] {
      0.213 + 0.787 * cos - 0.213 * sin,
      0.715 - 0.715 * cos - 0.715 * sin,
      0.072 - 0.072 * cos + 0.928 * sin,
      0.213 - 0.213 * cos + 0.143 * sin,
      0.715 + 0.285 * cos + 0.140 * sin,
      0.072 - 0.072 * cos - 0.283 * sin,
      0.213 - 0.213 * cos - 0.787 * sin,
      0.715 - 0.715 * cos + 0.715 * sin,
      0.072 + 0.928 * cos + 0.072 * sin
    };
  }

  private static double[] towards(double[] matrix, double share) {
    double[] mixed = new double[9];
    for (int i = 0; i < mixed.length; i++) {
      double own = i % 4 == 0 ? 1 : 0;
      mixed[i] = own + (matrix[i] - own) * share;
    }
    return mixed;
  }

  /**
   * @param clip percent of the pixels at each end that may be cut off
   */
  static BufferedImage autoLevels(BufferedImage picture, double clip) {
    int[][] tables = new int[3][];
    for (int channel = 0; channel < 3; channel++) {
      tables[channel] = stretched(histogram(picture, 16 - 8 * channel), clip / 100);
    }
    return Pixels.map(
        picture,
        c -> tables[0][c >> 16 & 255] << 16 | tables[1][c >> 8 & 255] << 8 | tables[2][c & 255]);
  }

  private static int[] histogram(BufferedImage picture, int shift) {
    int[] counts = new int[256];
    for (int pixel : Pixels.of(picture)) {
      if (pixel >>> 24 > 0) {
        counts[pixel >> shift & 255]++;
      }
    }
    return counts;
  }

  private static int[] stretched(int[] counts, double clip) {
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    int low = end(counts, all * clip, 0, 1);
    int high = end(counts, all * clip, 255, -1);
    double range = high - low;
    return table(level -> range <= 0 ? level : (level - low) * 255 / range);
  }

  /** The first level from that end behind which more than so many pixels lie. */
  private static int end(int[] counts, double most, int from, int step) {
    int level = from;
    double seen = counts[level];
    while (seen <= most && level + step >= 0 && level + step <= 255) {
      level += step;
      seen += counts[level];
    }
    return level;
  }
}
