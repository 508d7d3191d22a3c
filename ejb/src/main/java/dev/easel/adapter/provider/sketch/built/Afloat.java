package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Wraps what stands in water: paints it with its broken mirror image below its foot. */
public final class Afloat implements Layer {

  private final Layer layer;
  private final float foot;

  /** {@code foot}: row of the water's edge at the thing, as a share of the height. */
  public Afloat(Layer layer, float foot) {
    this.layer = layer;
    this.foot = foot;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Canvas own = new Canvas(c.width, c.height, true);
    own.onBreath(c::breathe);
    layer.paint(own, s);
    int line = Math.round(s.y(foot));
    for (int y = line; y < c.height; y++) {
      c.breathe();
      int down = y - line;
      for (int x = 0; x < c.width; x++) {
        float v = (float) down / s.u(1);
        float n = s.noise.fractal(x / s.u(1) * 5, v * 46 + 3, 2);
        int sy = line - 1 - (int) (down * 1.02f + n * s.u(0.004f + 0.04f * v));
        int sx = Math.min(c.width - 1, Math.max(0, (int) (x + n * s.u(0.006f + 0.05f * v))));
        if (sy >= 0 && sy < c.height) {
          mirror(c, own, s, sy * c.width + sx, y * c.width + x, 0.62f * Maths.exp(-v * 2.2f));
        }
      }
    }
    for (int i = 0; i < c.red.length; i++) {
      if ((i & 0xFFFF) == 0) {
        c.pause();
      }
      float a = own.alpha[i];
      if (a > 0) {
        over(c, i, own.red[i], own.green[i], own.blue[i], a);
      }
    }
  }

  private static void mirror(Canvas c, Canvas own, Scene s, int from, int to, float k) {
    float a = own.alpha[from] * k;
    if (a > 0.002f) {
      Tint w = s.palette.water();
      float m = 0.3f * a;
      over(
          c,
          to,
          own.red[from] * k * 0.7f + w.r() * m,
          own.green[from] * k * 0.7f + w.g() * m,
          own.blue[from] * k * 0.7f + w.b() * m,
          a);
    }
  }

  private static void over(Canvas c, int i, float r, float g, float b, float a) {
    c.red[i] = c.red[i] * (1 - a) + r;
    c.green[i] = c.green[i] * (1 - a) + g;
    c.blue[i] = c.blue[i] * (1 - a) + b;
    if (c.alpha != null) {
      c.alpha[i] += (1 - c.alpha[i]) * a;
    }
  }
}
