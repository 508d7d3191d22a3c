package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Turns float planes into pixels: folds over-bright light back and dithers, so nothing bands. */
public final class Developer {

  private Developer() {}

  /**
   * @param grain visible film grain on top of the dither, in steps of 1/255
   */
  public static BufferedImage develop(Canvas c, float grain) {
    int type = c.alpha == null ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage image = new BufferedImage(c.width, c.height, type);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      if ((i & 0xFFFF) == 0) {
        c.pause();
      }
      int h = i * 0x9E3779B1;
      h = (h ^ (h >>> 15)) * 0x85EBCA6B;
      h ^= h >>> 13;
      float dither = ((h & 0xFFFF) + (h >>> 16)) * (1f / 65536) - 1;
      float noise = dither * (0.5f + grain);
      float a = c.alpha == null ? 1 : c.alpha[i];
      float k = a > 0.001f ? 1 / a : 0;
      int alpha = (int) (Maths.unit(a) * 255 + 0.5f);
      pixels[i] =
          alpha << 24
              | level(c.red[i] * k, noise) << 16
              | level(c.green[i] * k, noise) << 8
              | level(c.blue[i] * k, noise);
    }
    return image;
  }

  private static int level(float v, float noise) {
    float folded = v < 0.8f ? v : 0.8f + 0.2f * (1 - 1 / (1 + (v - 0.8f) * 5));
    int level = (int) (folded * 255 + noise + 0.5f);
    return level < 0 ? 0 : Math.min(level, 255);
  }
}
