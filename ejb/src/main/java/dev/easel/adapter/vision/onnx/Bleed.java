package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import java.awt.image.BufferedImage;

/**
 * Gives clear pixels the colour of their visible neighbours. Theirs is arbitrary, mostly black, and
 * would be drawn into the edges of the subject when the picture is enlarged.
 */
final class Bleed {

  private static final int REACH = 12;

  private final int width;
  private final int height;
  private int[] pixels;

  private Bleed(BufferedImage source) {
    width = source.getWidth();
    height = source.getHeight();
    pixels = Pictures.argb(source);
  }

  /** The picture without transparency, the colours of its subject grown outwards. */
  static BufferedImage into(BufferedImage source) {
    Bleed bleed = new Bleed(source);
    for (int i = 0; i < REACH; i++) {
      bleed.grow();
    }
    BufferedImage opaque = Pictures.rgb(bleed.width, bleed.height);
    opaque.setRGB(0, 0, bleed.width, bleed.height, bleed.pixels, 0, bleed.width);
    return opaque;
  }

  private void grow() {
    int[] grown = pixels.clone();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (pixels[y * width + x] >>> 24 == 0) {
          grown[y * width + x] = meanAround(x, y);
        }
      }
    }
    pixels = grown;
  }

  /** Counts as visible from the next round on, with the least opacity there is. */
  private int meanAround(int x, int y) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int count = 0;
    for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        int pixel = pixels[v * width + u];
        if (pixel >>> 24 != 0) {
          red += pixel >> 16 & 255;
          green += pixel >> 8 & 255;
          blue += pixel & 255;
          count++;
        }
      }
    }
    return count == 0 ? 0 : 1 << 24 | red / count << 16 | green / count << 8 | blue / count;
  }
}
