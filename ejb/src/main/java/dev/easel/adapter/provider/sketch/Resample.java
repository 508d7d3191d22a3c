package dev.easel.adapter.provider.sketch;

import dev.easel.adapter.provider.sketch.canvas.Maths;
import java.awt.image.BufferedImage;

/** Brings pictures to the size of the canvas. Own arithmetic, for the same bytes everywhere. */
final class Resample {

  private Resample() {}

  /** Pixels as 0xAARRGGBB; the very same pixels if the size is right already. */
  static int[] argb(BufferedImage image, int width, int height) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] source = image.getRGB(0, 0, w, h, null, 0, w);
    if (w == width && h == height) {
      return source;
    }
    int[] target = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        target[y * width + x] = pixel(source, w, h, x, y, w / (float) width, h / (float) height);
      }
    }
    return target;
  }

  /** Mean of the source pixels under one target pixel, or between its neighbours when enlarging. */
  private static int pixel(int[] source, int w, int h, int x, int y, float sx, float sy) {
    int across = Math.max(2, (int) (sx + 1.5f));
    int down = Math.max(2, (int) (sy + 1.5f));
    float[] sum = new float[4];
    for (int j = 0; j < down; j++) {
      for (int i = 0; i < across; i++) {
        float px = (x + (i + 0.5f) / across) * sx - 0.5f;
        float py = (y + (j + 0.5f) / down) * sy - 0.5f;
        add(source, w, h, px, py, sum);
      }
    }
    int argb = 0;
    for (int k = 0; k < 4; k++) {
      argb |= Math.min(255, (int) (sum[k] / (across * down) + 0.5f)) << (8 * k);
    }
    return argb;
  }

  private static void add(int[] source, int w, int h, float px, float py, float[] sum) {
    float fx = Maths.clamp(px, 0, w - 1);
    float fy = Maths.clamp(py, 0, h - 1);
    int x0 = (int) fx;
    int y0 = (int) fy;
    int x1 = Math.min(w - 1, x0 + 1);
    int y1 = Math.min(h - 1, y0 + 1);
    for (int k = 0; k < 4; k++) {
      float top = Maths.mix(part(source[y0 * w + x0], k), part(source[y0 * w + x1], k), fx - x0);
      float low = Maths.mix(part(source[y1 * w + x0], k), part(source[y1 * w + x1], k), fx - x0);
      sum[k] += Maths.mix(top, low, fy - y0);
    }
  }

  private static int part(int argb, int k) {
    return argb >>> (8 * k) & 255;
  }
}
