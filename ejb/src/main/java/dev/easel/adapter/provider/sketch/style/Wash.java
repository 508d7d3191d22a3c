package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Watercolour: pools of pigment with darker rims, bleeding edges, the paper showing through. */
final class Wash {

  private Wash() {}

  static void apply(Canvas c, Scene s) {
    bleed(c, s);
    float[] light = Gray.of(c);
    c.pause();
    float[] soft = light.clone();
    Blur.soften(soft, c.width, c.height, Math.max(1, s.u(0.006f)));
    Tint paper = Tint.of("#fbf7ee");
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      float v = y / s.u(1);
      for (int x = 0; x < c.width; x++) {
        float u = x / s.u(1);
        int i = y * c.width + x;
        float pool = s.noise.fractal(u * 3.2f, v * 3.2f, 4);
        float grit = s.noise.fractal(u * 95, v * 95, 2);
        float rim = Maths.clamp((soft[i] - light[i]) * 1.5f, 0, 0.22f);
        float pigment = 0.86f + pool * 0.20f - grit * 0.10f;
        float k = Maths.unit(1 - pigment) * 0.9f + 0.10f;
        edge(c, s, i, x, y, paper, k, rim);
      }
    }
  }

  private static void edge(Canvas c, Scene s, int i, int x, int y, Tint paper, float k, float rim) {
    float dx = Math.min(x, c.width - 1 - x) / s.u(1);
    float dy = Math.min(y, c.height - 1 - y) / s.u(1);
    float n = s.noise.fractal(x / s.u(0.14f), y / s.u(0.14f), 4) * 0.020f;
    float border = Maths.smooth(0.020f, 0.033f, Math.min(dx, dy) + n);
    float line = Maths.bell(Math.min(dx, dy) + n - 0.036f, 0.005f) * 0.16f;
    float lift = 0.16f;
    float m = 1 - rim - line;
    c.red[i] =
        Maths.mix(paper.r(), Maths.mix((c.red[i] * (1 - lift) + lift) * m, paper.r(), k), border);
    c.green[i] =
        Maths.mix(paper.g(), Maths.mix((c.green[i] * (1 - lift) + lift) * m, paper.g(), k), border);
    c.blue[i] =
        Maths.mix(paper.b(), Maths.mix((c.blue[i] * (1 - lift) + lift) * m, paper.b(), k), border);
  }

  /** Colour wanders a little over its edge, more where the paper is wet. */
  private static void bleed(Canvas c, Scene s) {
    Canvas source = c.copy();
    float deviation = Math.max(1, s.u(0.0035f));
    for (float[] plane : new float[][] {source.red, source.green, source.blue}) {
      c.pause();
      Blur.soften(plane, c.width, c.height, deviation);
    }
    float reach = s.u(0.011f);
    float steps = 9;
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float u = x / s.u(1);
        float v = y / s.u(1);
        int sx =
            Math.min(
                c.width - 1, Math.max(0, (int) (x + reach * s.noise.fractal(u * 11, v * 11, 3))));
        int sy =
            Math.min(
                c.height - 1,
                Math.max(0, (int) (y + reach * s.noise.fractal(u * 11 + 40, v * 11, 3))));
        int from = sy * c.width + sx;
        int i = y * c.width + x;
        c.red[i] = flat(source.red[from], steps);
        c.green[i] = flat(source.green[from], steps);
        c.blue[i] = flat(source.blue[from], steps);
      }
    }
  }

  /** Gathers tones into layers without banding: halfway to the nearest of a few. */
  private static float flat(float v, float steps) {
    float level = Math.round(Math.min(1, v) * steps) / steps;
    return Maths.mix(v, level, 0.55f);
  }
}
