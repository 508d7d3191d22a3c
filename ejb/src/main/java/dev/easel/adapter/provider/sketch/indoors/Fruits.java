package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Apples, pears and oranges, round and shining. */
final class Fruits {

  /** Around from the dent: x and y in radii. */
  private static final float[] APPLE = {
    0, -0.78f, 0.45f, -0.96f, 1.02f, -0.35f, 0.88f, 0.55f, 0.34f, 0.98f, 0, 0.90f, -0.34f, 0.98f,
    -0.88f, 0.55f, -1.02f, -0.35f, -0.45f, -0.96f
  };

  private Fruits() {}

  /** An apple ({@code look} 0) or an orange. */
  static void fruit(Canvas c, Scene s, float x, float y, float k, Tint t, int look) {
    float r = k * 0.36f;
    Studio.shadow(c, s, x, y, r, k * 0.6f);
    float cy = y - r * 0.92f;
    if (look == 0) {
      apple(c, s, x, cy, r, t);
    } else {
      c.fill(
          Outline.ellipse(x, cy, r, r),
          (px, py, out) -> {
            float u = (px - x) / r;
            float v = (py - cy) / r;
            round(s, u, v, t, 1 + s.noise.at(u * 30, v * 30) * 0.042f, 0, out);
          });
    }
  }

  private static void apple(Canvas c, Scene s, float x, float cy, float r, Tint t) {
    float[] at = new float[APPLE.length];
    for (int i = 0; i < at.length; i += 2) {
      at[i] = x + APPLE[i] * r;
      at[i + 1] = cy + APPLE[i + 1] * r;
    }
    Tint blush = Tint.of("#e5b84a").times(Studio.seen(s, Tint.WHITE));
    c.fill(
        Outline.smooth(at),
        (px, py, out) -> {
          float u = (px - x) / r;
          float v = (py - cy) / r;
          float z = depth(u, v);
          float grain = s.noise.fractal(u * 7 / (0.35f + z), v * 1.3f, 3);
          Tint own = t.mix(blush, Maths.smooth(0.1f, 0.6f, grain - v * 0.3f) * 0.6f);
          float dip = 0.5f * Maths.exp(-(u * u * 10 + (v + 0.84f) * (v + 0.84f) * 26));
          round(s, u, v, own, 1 + grain * 0.12f, dip, out);
        });
    Tint stalk = Studio.seen(s, Tint.of("#4c3322"));
    float sx = x + r * 0.14f;
    c.stroke(x, cy - r * 0.80f, r * 0.10f, sx, cy - r * 1.28f, r * 0.12f, stalk, 1);
    Outline leaf =
        new Outline()
            .to(x + r * 0.10f, cy - r * 1.1f)
            .curve(x + r * 0.45f, cy - r * 1.55f, x + r * 0.85f, cy - r * 1.25f)
            .curve(x + r * 0.5f, cy - r * 0.98f, x + r * 0.10f, cy - r * 1.1f);
    c.fill(leaf, Studio.seen(s, Tint.of("#5e8c3a")), 1);
  }

  private static float depth(float u, float v) {
    return Maths.root(Math.max(0, 1.08f - u * u - v * v));
  }

  /** The shading of a ball at (u, v) with its highlight. */
  private static void round(
      Scene s, float u, float v, Tint own, float rough, float dip, float[] out) {
    Tint sun = Studio.seen(s, Tint.WHITE);
    float d = Maths.unit(-s.side * u * 0.55f - v * 0.5f + depth(u, v) * 0.55f);
    float m = (0.22f + 0.95f * d) * rough - dip;
    float sx = u + s.side * 0.38f;
    float sy = v + 0.45f;
    float spec = Maths.exp(-(sx * sx + sy * sy) * 26) * 0.75f;
    out[0] = own.r() * m + sun.r() * spec;
    out[1] = own.g() * m + sun.g() * spec;
    out[2] = own.b() * m + sun.b() * spec;
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
