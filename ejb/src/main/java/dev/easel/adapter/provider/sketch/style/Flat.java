package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Few tones: pixel art with a true palette, posters, minimal shapes. */
final class Flat {

  private static final float[][] ORDER = {
    {0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}
  };

  private Flat() {}

  /** Square blocks in at most 24 colours, found in the picture itself. */
  static void pixels(Canvas c, Scene s) {
    int block = Math.max(2, Math.round(Math.min(c.width, c.height) / 128f));
    Canvas small = shrink(c, block);
    Swatches swatches = Swatches.of(small, 24, s.rng("swatches"));
    for (int y = 0; y < small.height; y++) {
      c.breathe();
      for (int x = 0; x < small.width; x++) {
        int i = y * small.width + x;
        float d = (ORDER[y & 3][x & 3] / 15f - 0.5f) * 0.055f;
        Tint t = swatches.nearest(small.red[i] + d, small.green[i] + d, small.blue[i] + d);
        fill(c, t, x * block, y * block, block);
      }
    }
  }

  private static void fill(Canvas c, Tint t, int x0, int y0, int block) {
    for (int y = y0; y < Math.min(c.height, y0 + block); y++) {
      for (int x = x0; x < Math.min(c.width, x0 + block); x++) {
        int i = y * c.width + x;
        c.red[i] = t.r();
        c.green[i] = t.g();
        c.blue[i] = t.b();
      }
    }
  }

  private static Canvas shrink(Canvas c, int block) {
    int w = (c.width + block - 1) / block;
    int h = (c.height + block - 1) / block;
    Canvas small = new Canvas(w, h, false);
    System.arraycopy(Blur.shrink(c.red, c.width, c.height, block), 0, small.red, 0, w * h);
    System.arraycopy(Blur.shrink(c.green, c.width, c.height, block), 0, small.green, 0, w * h);
    System.arraycopy(Blur.shrink(c.blue, c.width, c.height, block), 0, small.blue, 0, w * h);
    return small;
  }

  /** Flat areas with dark contours, as in prints and comics. */
  static void poster(Canvas c, Scene s) {
    smooth(c, s, 0.0032f);
    float[] light = Gray.of(c);
    float[] broad = light.clone();
    Blur.soften(broad, c.width, c.height, Math.max(1.5f, s.u(0.0035f)));
    Swatches swatches = Swatches.of(shrink(c, 8), 14, s.rng("swatches"));
    for (int i = 0; i < light.length; i++) {
      if ((i & 0xFFFF) == 0) {
        c.pause();
      }
      Tint t = swatches.nearest(c.red[i], c.green[i], c.blue[i]).saturate(1.25f);
      float line = Maths.smooth(0.016f, 0.05f, broad[i] - light[i]) * 0.85f;
      c.red[i] = t.r() * (1 - line);
      c.green[i] = t.g() * (1 - line);
      c.blue[i] = t.b() * (1 - line);
    }
  }

  /** Only the large shapes, in few quiet tones. */
  static void minimal(Canvas c, Scene s) {
    smooth(c, s, 0.003f);
    Swatches swatches = Swatches.of(shrink(c, 8), 8, s.rng("swatches"));
    Tint air = s.palette.horizon().mix(Tint.of("#f6f1e8"), 0.6f);
    for (int i = 0; i < c.red.length; i++) {
      if ((i & 0xFFFF) == 0) {
        c.pause();
      }
      Tint t = swatches.nearest(c.red[i], c.green[i], c.blue[i]).saturate(0.88f).mix(air, 0.16f);
      c.red[i] = t.r();
      c.green[i] = t.g();
      c.blue[i] = t.b();
    }
    smooth(c, s, 0.0008f);
  }

  private static void smooth(Canvas c, Scene s, float deviation) {
    for (float[] plane : new float[][] {c.red, c.green, c.blue}) {
      c.pause();
      Blur.soften(plane, c.width, c.height, Math.max(1, s.u(deviation)));
    }
  }
}
