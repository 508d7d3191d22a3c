package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Apples, pears and oranges, round and shining. */
final class Fruits {

  private Fruits() {}

  static void fruit(Canvas c, Scene s, float x, float y, float k, Tint t, int look) {
    float r = k * 0.36f;
    Studio.shadow(c, s, x, y, r, k * 0.6f);
    float cy = y - r * 0.92f;
    Tint sun = Studio.seen(s, Tint.WHITE);
    c.fill(
        look == 0
            ? Outline.smooth(
                x,
                cy - r * 0.78f,
                x + r * 0.45f,
                cy - r * 0.96f,
                x + r * 1.02f,
                cy - r * 0.35f,
                x + r * 0.88f,
                cy + r * 0.55f,
                x + r * 0.34f,
                cy + r * 0.98f,
                x,
                cy + r * 0.90f,
                x - r * 0.34f,
                cy + r * 0.98f,
                x - r * 0.88f,
                cy + r * 0.55f,
                x - r * 1.02f,
                cy - r * 0.35f,
                x - r * 0.45f,
                cy - r * 0.96f)
            : Outline.ellipse(x, cy, r, r),
        (px, py, out) -> {
          float u = (px - x) / r;
          float v = (py - cy) / r;
          float z = Maths.root(Math.max(0, 1.08f - u * u - v * v));
          float d = Maths.unit(-s.side * u * 0.55f - v * 0.5f + z * 0.55f);
          float grain =
              look == 0
                  ? s.noise.fractal(u * 7 / (0.35f + z), v * 1.3f, 3)
                  : s.noise.at(u * 30, v * 30) * 0.35f;
          float k2 = 0.22f + 0.95f * d;
          float sx = u + s.side * 0.38f;
          float sy = v + 0.45f;
          float spec = Maths.exp(-(sx * sx + sy * sy) * 26) * 0.75f;
          Tint own =
              t.mix(
                  look == 0 ? Tint.of("#e5b84a").times(sun) : t,
                  look == 0 ? Maths.smooth(0.1f, 0.6f, grain - v * 0.3f) * 0.6f : 0);
          float m = k2 * (1 + grain * 0.12f);
          float dip =
              look == 0 ? 0.5f * Maths.exp(-(u * u * 10 + (v + 0.84f) * (v + 0.84f) * 26)) : 0;
          out[0] = own.r() * (m - dip) + sun.r() * spec;
          out[1] = own.g() * (m - dip) + sun.g() * spec;
          out[2] = own.b() * (m - dip) + sun.b() * spec;
        });
    if (look == 0) {
      c.stroke(
          x,
          cy - r * 0.80f,
          r * 0.10f,
          x + r * 0.14f,
          cy - r * 1.28f,
          r * 0.12f,
          Studio.seen(s, Tint.of("#4c3322")),
          1);
      c.fill(
          new Outline()
              .to(x + r * 0.10f, cy - r * 1.1f)
              .curve(x + r * 0.45f, cy - r * 1.55f, x + r * 0.85f, cy - r * 1.25f)
              .curve(x + r * 0.5f, cy - r * 0.98f, x + r * 0.10f, cy - r * 1.1f),
          Studio.seen(s, Tint.of("#5e8c3a")),
          1);
    }
  }

  static void pear(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, s.own(Motif.PEAR, Tint.of("#b9b545")));
    new Turned(
            new float[] {
              0.16f, 0, 0.30f, 0.08f, 0.36f, 0.25f, 0.30f, 0.46f, 0.18f, 0.64f, 0.13f, 0.78f, 0.05f,
              0.86f, 0f, 0.87f
            },
            t,
            0.35f,
            false)
        .paint(c, s, x, y, k);
    c.stroke(
        x,
        y - k * 0.85f,
        k * 0.03f,
        x + k * 0.06f,
        y - k * 1.02f,
        k * 0.035f,
        Studio.seen(s, Tint.of("#4c3322")),
        1);
  }

  static void oranges(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, Tint.of("#ee8a1e"));
    fruit(c, s, x - k * 0.30f, y - k * 0.08f, k, t.scale(0.95f), 1);
    fruit(c, s, x + k * 0.44f, y - k * 0.03f, k, t, 1);
    fruit(c, s, x + k * 0.05f, y + k * 0.14f, k, t.scale(1.04f), 1);
  }
}
