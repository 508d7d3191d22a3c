package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * Repaints the picture with a brush: strokes from broad to fine, each in the colour under its
 * middle and along the edge it lies on. Firm guidance means short strokes that keep to the drawing.
 */
final class Strokes {

  private final boolean impasto;

  /** {@code impasto}: thick oil rather than the broken colour of the impressionists. */
  Strokes(boolean impasto) {
    this.impasto = impasto;
  }

  void apply(Canvas c, Scene s) {
    Canvas source = c.copy();
    float[] light = Gray.of(source);
    Blur.soften(light, c.width, c.height, Math.max(1, s.u(0.004f)));
    float loose = 1.5f - 0.8f * s.firmness;
    float[] sizes =
        impasto ? new float[] {0.030f, 0.016f, 0.008f} : new float[] {0.022f, 0.012f, 0.0068f};
    for (int pass = 0; pass < sizes.length; pass++) {
      coat(
          c,
          s,
          source,
          light,
          Math.max(1.6f, s.u(sizes[pass] * loose)),
          pass,
          s.rng("strokes" + pass));
    }
    if (impasto) {
      relief(c, s);
    }
  }

  private void coat(Canvas c, Scene s, Canvas source, float[] light, float w, int pass, Rng rng) {
    float gap = w * (pass == 0 ? 0.85f : 0.95f);
    for (float y = 0; y < c.height + gap; y += gap) {
      for (float x = 0; x < c.width + gap; x += gap) {
        float px = x + rng.range(-0.6f, 0.6f) * gap;
        float py = y + rng.range(-0.6f, 0.6f) * gap;
        int ix = Math.min(c.width - 1, Math.max(0, (int) px));
        int iy = Math.min(c.height - 1, Math.max(0, (int) py));
        float gx =
            light[iy * c.width + Math.min(c.width - 1, ix + 2)]
                - light[iy * c.width + Math.max(0, ix - 2)];
        float gy =
            light[Math.min(c.height - 1, iy + 2) * c.width + ix]
                - light[Math.max(0, iy - 2) * c.width + ix];
        float edge = Maths.length(gx, gy);
        float busy =
            pass == 0
                ? 1
                : Maths.smooth(pass == 1 ? 0.004f : 0.020f, pass == 1 ? 0.03f : 0.07f, edge)
                    + 0.14f;
        if (rng.next() < busy) {
          stroke(c, s, source, iy * c.width + ix, px, py, w, gx, gy, edge, pass, rng);
        }
      }
    }
  }

  private void stroke(
      Canvas c,
      Scene s,
      Canvas source,
      int i,
      float x,
      float y,
      float w,
      float gx,
      float gy,
      float edge,
      int pass,
      Rng rng) {
    float flow = s.noise.at(x / s.u(0.30f), y / s.u(0.30f)) * 2.6f;
    float k = Maths.unit(edge * 40);
    float fx = Maths.cos(flow) * (1 - k) * 0.02f;
    float fy = Maths.sin(flow) * 0.5f * (1 - k) * 0.02f;
    float dx = -gy * k + fx;
    float dy = gx * k + fy;
    float n = 1 / Math.max(1e-5f, Maths.length(dx, dy));
    float l = w * rng.range(1.2f, impasto ? 2.9f : 2.2f) * (1 - 0.35f * k);
    float jitter = (impasto ? 0.055f : 0.10f) * (1.25f - 0.7f * s.firmness);
    float j = rng.range(-1, 1) * jitter;
    float warm = rng.range(-1, 1) * jitter * 0.6f;
    Tint t = new Tint(source.red[i] + j + warm, source.green[i] + j, source.blue[i] + j - warm);
    t = impasto ? t.saturate(1.08f) : t.saturate(1.22f).scale(1.04f);
    c.stroke(
        x - dx * n * l / 2,
        y - dy * n * l / 2,
        w,
        x + dx * n * l / 2,
        y + dy * n * l / 2,
        w * 0.7f,
        t,
        pass == 0 ? 0.95f : 0.86f);
  }

  /** Light from above on the ridges of paint. */
  private static void relief(Canvas c, Scene s) {
    float[] light = Gray.of(c);
    for (int y = 1; y < c.height - 1; y++) {
      c.breathe();
      for (int x = 1; x < c.width - 1; x++) {
        int i = y * c.width + x;
        float bristle = s.noise.at(x * 0.55f, y * 0.55f) * 0.012f;
        float up = (light[i] - light[i - c.width - 1]) * 0.34f;
        float k = 1 + Maths.clamp(up, -0.10f, 0.10f) + bristle;
        c.red[i] *= k;
        c.green[i] *= k;
        c.blue[i] *= k;
      }
    }
  }
}
