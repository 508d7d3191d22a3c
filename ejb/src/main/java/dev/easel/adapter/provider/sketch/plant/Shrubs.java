package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Round shrubs and boulders along a shore, and lily pads on the water. */
public final class Shrubs {

  private Shrubs() {}

  /** A far bank of clipped shrubs and small trees, as a garden has it. */
  public static void hedge(Canvas c, Scene s) {
    Rng rng = s.rng("hedge");
    Tint[] leaf = LeafColours.of(s, Motif.TREE);
    Tint[] blossom = LeafColours.of(s, Motif.CHERRY);
    boolean flowering = s.wants(Motif.CHERRY);
    int n = (int) (26 * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float x = s.x((i + rng.range(-0.4f, 0.4f) + 0.5f) / n);
      float r = s.u(rng.range(0.020f, 0.055f)) * (0.8f + 0.5f * Math.abs(2f * i / n - 1));
      boolean bloom = flowering && rng.chance(0.42f);
      float rise = bloom ? r * 0.7f : 0;
      if (bloom) {
        Tint wood = s.palette.near().mix(s.palette.haze(), 0.3f);
        c.stroke(x, s.horizon, r * 0.10f, x, s.horizon - r, r * 0.07f, wood, 1);
      }
      float distance = bloom ? 0.24f : 0.30f;
      shrub(c, s, rng, x, s.horizon - rise, r, bloom ? blossom : leaf, distance);
    }
  }

  /** One round shrub standing on row {@code y}; colours run from shadow to light. */
  public static void shrub(
      Canvas c, Scene s, Rng rng, float x, float y, float r, Tint[] colours, float air) {
    int n = s.many(190);
    float toLight = s.light.x() > x ? 1 : -1;
    for (int i = 0; i < n; i++) {
      float t = i / (float) n;
      float a = rng.range(0, Maths.PI);
      float d = Maths.root(rng.next()) * (1 - 0.25f * t);
      float px = x + Maths.cos(a) * d * r * 1.15f + toLight * t * r * 0.16f;
      float py = y - Maths.sin(a) * d * r * 0.92f - t * r * 0.10f;
      float up = Maths.sin(a) * d;
      float lit =
          Maths.unit(
              0.25f + 0.45f * up * t + 0.28f * Maths.cos(a) * toLight * t + s.lit(px, py) * 0.35f);
      float at = lit * (colours.length - 1);
      int k = Math.min(colours.length - 2, (int) at);
      Tint own = colours[k].mix(colours[k + 1], at - k).mix(s.palette.haze(), air);
      c.disc(px, py, r * rng.range(0.06f, 0.15f) * (1.25f - 0.5f * t), own, 0.85f);
    }
  }

  /** Boulders at the water's edge on both sides. */
  public static void boulders(Canvas c, Scene s) {
    Rng rng = s.rng("boulders");
    float[][] places = {
      {0.30f, 0.86f, 0.035f},
      {0.36f, 0.90f, 0.05f},
      {0.93f, 0.82f, 0.06f},
      {0.84f, 0.87f, 0.04f},
      {0.99f, 0.91f, 0.09f},
      {0.42f, 0.955f, 0.045f}
    };
    for (float[] p : places) {
      boulder(c, s, rng, s.from(p[0]), s.y(p[1]), s.u(p[2]) * rng.range(0.85f, 1.2f));
    }
  }

  /** Stones that carry the two ends of the garden bridge. */
  public static void abutments(Canvas c, Scene s) {
    Rng rng = s.rng("abutments");
    for (float end : new float[] {0.40f, 0.93f}) {
      for (int i = 0; i < 4; i++) {
        float x = s.from(end + (i - 1.5f) * 0.028f + (end > 0.5f ? 0.02f : -0.02f));
        boulder(c, s, rng, x, s.horizon + s.u(0.148f), s.u(rng.range(0.026f, 0.042f)));
      }
    }
  }

  static void boulder(Canvas c, Scene s, Rng rng, float x, float y, float r) {
    float[] points = new float[16];
    for (int i = 0; i < 8; i++) {
      float a = i * Maths.PI / 4 + 0.2f;
      float q = rng.range(0.82f, 1.15f);
      points[2 * i] = x + Maths.cos(a) * r * 1.35f * q;
      points[2 * i + 1] = y - r * 0.22f + Math.min(Maths.sin(a) * r * 0.78f * q, r * 0.3f);
    }
    Tint stone = s.palette.near().mix(s.inLight(s.own(Motif.ROCKS, Tint.of("#86837c"))), 0.52f);
    float id = rng.next() * 50;
    c.ellipse(x, y + r * 0.12f, r * 1.5f, r * 0.22f, s.palette.near().scale(0.6f), 0.5f);
    c.fill(
        Outline.smooth(points),
        (px, py, out) -> {
          float u = (px - x) / r;
          float v = (py - y) / r;
          float n = s.noise.fractal(u * 1.9f + id, v * 2.4f, 5);
          float n2 = s.noise.fractal(u * 1.9f + id - 0.16f * s.side, v * 2.4f - 0.16f, 4);
          float top = Maths.smooth(0.25f, -0.75f, v);
          float k = 0.52f + top * 0.55f + (n - n2) * 1.3f - u * s.side * 0.16f;
          float moss = Maths.smooth(0.1f, 0.4f, n + top * 0.2f) * 0.35f;
          Tint t =
              stone.scale(Math.max(0.25f, k)).mix(s.inLight(Tint.of("#55733a")).scale(k), moss);
          Tint lit = t.plus(s.palette.sun(), top * s.lit(px, py) * 0.3f);
          out[0] = lit.r();
          out[1] = lit.g();
          out[2] = lit.b();
        });
  }

  /** Lily pads in loose groups, some in flower. */
  public static void lilies(Canvas c, Scene s) {
    Rng rng = s.rng("lilies");
    boolean asked = s.wants(Motif.LOTUS);
    Tint green = s.inLight(Tint.of("#5d8f4c"));
    int n = asked ? 46 : 16;
    for (int i = 0; i < n; i++) {
      float t = rng.range(0.16f, 0.86f);
      float share = 0.30f + 0.62f * rng.next();
      float y = s.horizon + t * (s.height - s.horizon);
      float drift = s.noise.at(share * 5, t * 4 + 8);
      if (drift > -0.05f || asked) {
        pad(
            c,
            s,
            rng,
            s.from(share),
            y,
            s.u(0.008f + 0.034f * t) * rng.range(0.7f, 1.15f),
            green,
            asked);
      }
    }
  }

  private static void pad(
      Canvas c, Scene s, Rng rng, float x, float y, float r, Tint green, boolean asked) {
    Tint t =
        green
            .scale(rng.range(0.62f, 1))
            .mix(s.palette.water(), 0.25f)
            .plus(s.palette.sun(), s.lit(x, y) * 0.18f);
    c.ellipse(x, y + r * 0.10f, r * 1.06f, r * 0.36f, s.palette.near(), 0.4f);
    c.ellipse(x, y, r, r * 0.33f, t, 1);
    c.ellipse(
        x - r * 0.1f * s.side,
        y - r * 0.05f,
        r * 0.72f,
        r * 0.2f,
        t.mix(s.palette.horizon(), 0.18f),
        0.5f);
    c.stroke(
        x,
        y,
        r * 0.02f,
        x + r * s.side * 0.95f,
        y + r * 0.12f,
        r * 0.13f,
        s.palette.water().scale(0.7f),
        0.8f);
    if (rng.chance(asked ? 0.5f : 0.22f)) {
      Tint petal = s.inLight(s.own(Motif.LOTUS, Tint.of("#f6b5cf")));
      for (int k = 0; k < 9; k++) {
        float a = Maths.PI * (0.06f + 0.88f * k / 8f);
        float l = r * (0.42f + 0.16f * (k % 2));
        float bx = x + Maths.cos(a) * l * 0.9f;
        float by = y - r * 0.12f - Maths.sin(a) * l * 0.85f;
        Tint own = petal.scale(0.86f + 0.18f * (k % 2)).mix(Tint.WHITE, 0.2f);
        c.stroke(x, y - r * 0.08f, r * 0.16f, bx, by, r * 0.13f, own, 0.95f);
      }
      c.ellipse(x, y - r * 0.2f, r * 0.10f, r * 0.08f, Tint.of("#f6d365"), 0.9f);
    }
  }
}
