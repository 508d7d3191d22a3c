package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;

/** The last touch of every picture: a little bloom around lights, darker corners, fine grain. */
public final class Finish {

  private static final int SHRINK = 4;

  private Finish() {}

  /**
   * Adds the light that bright places spill around them.
   *
   * @param strength 0 none, 1 dreamlike
   */
  public static void bloom(Canvas c, float strength) {
    int w = (c.width + SHRINK - 1) / SHRINK;
    int h = (c.height + SHRINK - 1) / SHRINK;
    float deviation = Math.min(c.width, c.height) * 0.014f / SHRINK;
    for (float[] plane : new float[][] {c.red, c.green, c.blue}) {
      c.pause();
      float[] small = Blur.shrink(plane, c.width, c.height, SHRINK);
      for (int i = 0; i < small.length; i++) {
        small[i] = Maths.clamp(small[i] - 0.70f, 0, 0.8f);
      }
      Blur.soften(small, w, h, Math.max(1, deviation));
      for (int y = 0; y < c.height; y++) {
        for (int x = 0; x < c.width; x++) {
          float b = Blur.sample(small, w, h, (x - 1.5f) / SHRINK, (y - 1.5f) / SHRINK);
          int i = y * c.width + x;
          plane[i] += (1 - Math.min(1, plane[i])) * b * strength;
        }
      }
    }
  }

  /** Darkens the corners by up to {@code strength}. */
  public static void vignette(Canvas c, float strength) {
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      float dy = (y + 0.5f) / c.height - 0.5f;
      for (int x = 0; x < c.width; x++) {
        float dx = (x + 0.5f) / c.width - 0.5f;
        float d = Maths.smooth(0.36f, 0.80f, Maths.length(dx, dy));
        float k = 1 - strength * d;
        int i = y * c.width + x;
        c.red[i] *= k;
        c.green[i] *= k;
        c.blue[i] *= k;
      }
    }
  }
}
