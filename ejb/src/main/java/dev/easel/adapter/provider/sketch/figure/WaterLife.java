package dev.easel.adapter.provider.sketch.figure;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** What lives in water: koi seen from above, shoals, jellyfish, rings where fish rise. */
public final class WaterLife {

  private WaterLife() {}

  public static void koi(Canvas c, Scene s) {
    Rng rng = s.rng("koi");
    Tint[][] coats = {
      {Tint.of("#f07a2b"), Tint.of("#f7efe4")},
      {Tint.of("#f6efe6"), Tint.of("#d9402b")},
      {Tint.of("#f2b23a"), Tint.of("#e8762a")},
      {Tint.of("#f4ece2"), Tint.of("#2b2a30")}
    };
    int n = 8;
    for (int i = 0; i < n; i++) {
      float t = 0.34f + 0.46f * ((i * 0.618f) % 1);
      float y = s.horizon + t * (s.height - s.horizon);
      float x = s.from(0.36f + 0.50f * ((i * 0.382f + 0.07f) % 1)) + rng.bell() * s.u(0.02f);
      float size = s.u(0.042f + 0.080f * t) * rng.range(0.8f, 1.15f);
      ring(c, s, x, y, size * rng.range(0.9f, 1.5f));
      koi(
          c,
          s,
          rng,
          x,
          y,
          size,
          rng.range(-0.7f, 0.7f) + (rng.chance(0.5f) ? Maths.PI : 0),
          coats[i % coats.length]);
    }
  }

  private static void ring(Canvas c, Scene s, float x, float y, float r) {
    Tint t = s.palette.horizon().mix(s.palette.sun(), 0.4f);
    for (int k = 0; k < 2; k++) {
      float rr = r * (1 + 0.5f * k);
      for (int i = 0; i < 40; i++) {
        float a = i * Maths.PI / 20;
        float b = (i + 1) * Maths.PI / 20;
        float up = 0.20f - 0.14f * Maths.sin(a);
        c.stroke(
            x + Maths.cos(a) * rr,
            y + Maths.sin(a) * rr * 0.32f,
            r * 0.024f,
            x + Maths.cos(b) * rr,
            y + Maths.sin(b) * rr * 0.32f,
            r * 0.024f,
            t,
            up * (1 - 0.4f * k));
      }
    }
  }

  private static void koi(
      Canvas c, Scene s, Rng rng, float x, float y, float l, float a, Tint[] coat) {
    Tint body = s.inLight(s.own(Motif.KOI, coat[0])).mix(s.palette.water(), 0.16f);
    Tint patch = s.inLight(coat[1]).mix(s.palette.water(), 0.16f);
    float flat = 0.42f;
    float phase = rng.next() * 6;
    float px = 0;
    float py = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i <= 16; i++) {
        float q = i / 16f;
        float along = (q - 0.4f) * l * 1.25f;
        float wave = Maths.sin(q * 3.4f + phase) * l * 0.12f * q;
        float nx = x - Maths.cos(a) * along - Maths.sin(a) * wave;
        float ny = y + (-Maths.sin(a) * along + Maths.cos(a) * wave) * flat;
        float w =
            l
                * (q < 0.75f
                    ? 0.28f
                        * Maths.root(
                            Math.max(0, 1 - (q / 0.75f - 0.36f) * (q / 0.75f - 0.36f) * 2.2f))
                    : 0.05f + 0.5f * (q - 0.75f));
        w *= 0.55f + 0.45f * Maths.smooth(0, 0.16f, q);
        if (i > 0) {
          float shift = pass == 0 ? l * 0.10f : 0;
          boolean spot = s.noise.at(q * 4 + phase * 3, phase) > 0.05f;
          Tint t =
              pass == 0
                  ? s.palette.water().scale(0.45f)
                  : (spot ? patch : body).scale(q > 0.75f ? 0.9f : 1);
          c.stroke(
              px,
              py + shift,
              w,
              nx,
              ny + shift,
              w,
              t,
              pass == 0 ? 0.22f : q > 0.75f ? 0.6f : 0.95f);
        }
        px = nx;
        py = ny;
      }
    }
    for (int hand = -1; hand <= 1; hand += 2) {
      float fx = x + Maths.cos(a) * l * 0.18f;
      float fy = y + Maths.sin(a) * l * 0.18f * flat;
      c.stroke(
          fx,
          fy,
          l * 0.05f,
          fx - Maths.cos(a + hand * 0.9f) * l * 0.28f,
          fy - Maths.sin(a + hand * 0.9f) * l * 0.28f * flat,
          l * 0.09f,
          body.mix(Tint.WHITE, 0.25f),
          0.5f);
    }
  }

  public static void shoal(Canvas c, Scene s) {
    Rng rng = s.rng("shoal");
    Tint[] coats = {
      Tint.of("#f08a2a"),
      Tint.of("#f4d13d"),
      Tint.of("#4aa3e0"),
      Tint.of("#e8604c"),
      Tint.of("#eef3f5")
    };
    for (int i = 0; i < 19; i++) {
      float near = rng.next();
      float size = s.u(0.035f + 0.075f * near * near);
      float x = s.from(0.56f) + rng.bell() * s.u(0.24f);
      float y = s.y(0.48f) + rng.bell() * s.u(0.14f);
      Tint own =
          s.own(Motif.FISH, coats[i % coats.length])
              .scale(0.45f + 0.5f * s.daylight())
              .mix(Tint.of("#1c86b4"), 0.42f * (1 - near));
      Coatwork coat = new Coatwork(own, Tint.of("#d5fbff"), Tint.of("#101318"), 0.5f, 0.8f);
      FigurePainter.paint("fish", c, s, new Pose(x, y, size, s.side < 0), coat);
    }
  }

  public static void jellyfish(Canvas c, Scene s) {
    Rng rng = s.rng("jelly");
    for (int i = 0; i < 6; i++) {
      float k = s.u(i == 0 ? 0.20f : rng.range(0.05f, 0.11f));
      float x = s.from(i == 0 ? 0.56f : rng.range(0.2f, 0.95f));
      float y = s.y(i == 0 ? 0.34f : rng.range(0.15f, 0.7f));
      Tint t = s.own(Motif.JELLYFISH, i % 2 == 0 ? Tint.of("#ffb3e0") : Tint.of("#b9c8ff"));
      c.glow(x, y, k * 1.8f, t, 0.35f);
      for (int j = 0; j < 13; j++) {
        float q = (j / 12f - 0.5f) * 1.5f;
        float px = x + q * k * 0.8f;
        float py = y + k * 0.25f;
        float phase = rng.next() * 6;
        for (int n = 1; n <= 16; n++) {
          float v = n / 16f;
          float nx = x + q * k * 0.8f * (1 - 0.2f * v) + Maths.sin(v * 6 + phase) * k * 0.14f * v;
          float ny = y + k * (0.25f + 1.9f * v * (j % 3 == 0 ? 1 : 0.7f));
          c.stroke(
              px,
              py,
              k * 0.04f * (1.1f - v),
              nx,
              ny,
              k * 0.035f * (1.05f - v),
              t,
              0.42f * (1 - v * 0.7f));
          px = nx;
          py = ny;
        }
      }
      Outline bell =
          new Outline()
              .to(x - k, y + k * 0.30f)
              .curve(x - k * 1.02f, y - k * 0.85f, x, y - k * 0.86f)
              .curve(x + k * 1.02f, y - k * 0.85f, x + k, y + k * 0.30f)
              .curve(x + k * 0.5f, y + k * 0.12f, x, y + k * 0.32f)
              .curve(x - k * 0.5f, y + k * 0.12f, x - k, y + k * 0.30f);
      c.fill(
          bell,
          (px, py, out) -> {
            float u = (px - x) / k;
            float v = (py - y) / k;
            float rib = 0.5f + 0.5f * Maths.sin(u * 22 / (0.5f + Math.abs(v + 0.9f)));
            float edge = Maths.smooth(0.4f, 1, Maths.length(u, v + 0.1f));
            float m = 0.72f + 0.35f * edge + 0.12f * rib;
            out[0] = t.r() * m;
            out[1] = t.g() * m;
            out[2] = t.b() * m;
            out[3] = 0.42f + 0.45f * edge;
          });
    }
  }
}
