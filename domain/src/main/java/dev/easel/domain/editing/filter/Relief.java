package dev.easel.domain.editing.filter;

import java.awt.image.BufferedImage;

/** Filters that show where the light changes. */
final class Relief {

  private Relief() {}

  /** Sobel's gradient: light lines on black. */
  static BufferedImage edges(BufferedImage picture, double intensity) {
    Light light = new Light(picture);
    return Pixels.blend(
        picture,
        drawn(
            picture,
            (x, y) -> {
              double across =
                  light.at(x + 1, y - 1)
                      + 2 * light.at(x + 1, y)
                      + light.at(x + 1, y + 1)
                      - light.at(x - 1, y - 1)
                      - 2 * light.at(x - 1, y)
                      - light.at(x - 1, y + 1);
              double down =
                  light.at(x - 1, y + 1)
                      + 2 * light.at(x, y + 1)
                      + light.at(x + 1, y + 1)
                      - light.at(x - 1, y - 1)
                      - 2 * light.at(x, y - 1)
                      - light.at(x + 1, y - 1);
              return Math.hypot(across, down);
            }),
        intensity);
  }

  /** As if pressed into gray paper, with light from above left. */
  static BufferedImage emboss(BufferedImage picture, double intensity) {
    Light light = new Light(picture);
    return Pixels.blend(
        picture,
        drawn(
            picture,
            (x, y) ->
                128
                    + (light.at(x + 1, y + 1) - light.at(x - 1, y - 1)) * 1.5
                    + (light.at(x + 1, y) - light.at(x - 1, y)) * 0.5
                    + (light.at(x, y + 1) - light.at(x, y - 1)) * 0.5),
        intensity);
  }

  private interface Drawing {
    double at(int x, int y);
  }

  private static BufferedImage drawn(BufferedImage like, Drawing drawing) {
    BufferedImage made = Pixels.blank(like.getWidth(), like.getHeight());
    int[] pixels = Pixels.of(made);
    for (int y = 0; y < made.getHeight(); y++) {
      for (int x = 0; x < made.getWidth(); x++) {
        pixels[y * made.getWidth() + x] = Pixels.level(drawing.at(x, y)) * 0x010101;
      }
    }
    return made;
  }

  /** Luminance, the border going on outwards. */
  private static final class Light {
    private final int width;
    private final int height;
    private final double[] levels;

    Light(BufferedImage picture) {
      width = picture.getWidth();
      height = picture.getHeight();
      int[] pixels = Pixels.of(picture);
      levels = new double[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        levels[i] = Pixels.luma(pixels[i]);
      }
    }

    double at(int x, int y) {
      int column = Math.max(0, Math.min(width - 1, x));
      int row = Math.max(0, Math.min(height - 1, y));
      return levels[row * width + column];
    }
  }
}
