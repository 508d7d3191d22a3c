package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Small things of the country and the shore: boats, pier, road, fence, tent, fire, rocket. */
public final class Wayside {

  private static final Tint WOOD = Tint.of("#7a5638");
  private static final Tint FLAME = Tint.of("#ff8a2a");

  private Wayside() {}

  /** Planks that lead out over the water. */
  public static void pier(Canvas c, Scene s) {
    float x0 = s.from(0.34f);
    float x1 = s.from(0.58f);
    float y0 = s.y(1.02f);
    float y1 = s.horizon + s.u(0.08f);
    Tint wood = s.palette.near().mix(s.inLight(Tint.of("#8a6a4c")), 0.5f);
    Rng rng = s.rng("pier");
    int planks = 58;
    for (int i = planks; i >= 0; i--) {
      float q = 1 - i / (float) planks;
      float t = q * q;
      float y = Maths.mix(y1, y0, t);
      float x = Maths.mix(x1, x0, t);
      float half = s.u(0.016f + 0.15f * t);
      float w = s.u(0.0035f + 0.036f * t) * 0.9f;
      if (i % 9 == 4) {
        for (int hand = -1; hand <= 1; hand += 2) {
          float px = x + hand * half;
          c.stroke(
              px,
              y - s.u(0.10f) * (0.1f + t),
              w * 0.8f,
              px,
              y + s.u(0.09f) * (0.12f + t),
              w * 0.8f,
              wood.scale(0.6f),
              1);
        }
      }
      Tint t1 = wood.scale(rng.range(0.84f, 1.1f)).plus(s.palette.sun(), s.lit(x, y) * 0.28f);
      c.stroke(x - half, y, w, x + half, y, w, t1.scale(0.55f), 1);
      c.stroke(x - half, y - w * 0.14f, w * 0.74f, x + half, y - w * 0.14f, w * 0.74f, t1, 1);
    }
  }

  /** A road or path that winds from the feet to the horizon. */
  public static void road(Canvas c, Scene s, boolean paved) {
    Tint own = paved ? Tint.of("#54545c") : Tint.of("#c9a97c");
    Tint way = s.inLight(s.own(Motif.ROAD, own)).mix(s.palette.near(), 0.12f);
    Tint line = s.inLight(Tint.of("#f2e6b8"));
    float vx = s.from(0.60f);
    for (int y = (int) s.horizon; y < c.height; y++) {
      c.breathe();
      float t = Maths.unit((y - s.horizon) / (s.height - s.horizon));
      float bend = Maths.sin(t * 4.6f + 0.4f) * s.u(0.13f) * t * (1 - t) * 2.2f * s.side;
      float mid = vx + (s.width * 0.5f - vx) * t * t + bend;
      float half = s.u(0.004f + (paved ? 0.30f : 0.17f) * t * t + 0.02f * t);
      float rough = s.u(paved ? 0.002f : 0.012f) * t;
      Tint row = way.scale(1.08f - 0.28f * t).mix(s.palette.haze(), 0.45f * (1 - t) * (1 - t));
      for (int x = Math.max(0, (int) (mid - half - rough * 2));
          x < Math.min(c.width, mid + half + rough * 2);
          x++) {
        float n = s.noise.fractal(x / s.u(1) * 13, y / s.u(1) * 26, 3);
        float k =
            Maths.smooth(
                half + rough, half - s.u(0.004f) * t - 1, Math.abs(x - mid) + n * rough * 2);
        float light = s.lit(x, y) * 0.30f;
        float m = 1 + n * (paved ? 0.06f : 0.15f);
        c.blend(y * c.width + x, row.scale(m).plus(s.palette.sun(), light), k * 0.97f);
      }
      boolean dash = paved && Math.floorMod((int) (6 / (t + 0.06f)), 2) == 0;
      if (dash) {
        float w = half * 0.035f;
        c.stroke(mid, y, w, mid, y + 0.5f, w, line.mix(s.palette.haze(), 0.4f * (1 - t)), 0.8f);
      }
    }
  }

  /** A path along the near bank. */
  public static void track(Canvas c, Scene s) {
    Tint way = s.inLight(s.own(Motif.ROAD, Tint.of("#c9a97c"))).mix(s.palette.near(), 0.2f);
    float px = s.from(0.42f);
    float py = s.y(1.02f);
    for (int i = 1; i <= 40; i++) {
      float q = i / 40f;
      float nx = s.from(0.42f + 0.62f * q);
      float ny = s.y(1.02f - 0.085f * Maths.root(q)) + Maths.sin(q * 7) * s.u(0.006f);
      float w = s.u(0.10f - 0.075f * q);
      c.stroke(px, py, w, nx, ny, w, way.plus(s.palette.sun(), s.lit(nx, ny) * 0.25f), 0.8f);
      px = nx;
      py = ny;
    }
  }

  public static void fence(Canvas c, Scene s) {
    Tint wood = s.palette.near().mix(s.inLight(s.own(Motif.FENCE, Tint.of("#8d6f52"))), 0.45f);
    float px = 0;
    float py = 0;
    float ps = 0;
    for (int i = 0; i <= 13; i++) {
      float q = i / 13f;
      float t = (1 - q) * (1 - q);
      float x = s.from(-0.02f + 0.92f * q);
      float y = s.horizon + s.u(0.03f) + (s.height * 0.99f - s.horizon - s.u(0.03f)) * t;
      float size = s.u(0.03f + 0.15f * t);
      Tint own =
          wood.mix(s.palette.haze(), 0.3f * (1 - t)).plus(s.palette.sun(), s.lit(x, y) * 0.25f);
      if (i > 0) {
        for (float h : new float[] {0.42f, 0.82f}) {
          c.stroke(px, py - ps * h, ps * 0.11f, x, y - size * h, size * 0.11f, own, 1);
        }
      }
      c.stroke(x, y, size * 0.13f, x, y - size * 1.05f, size * 0.12f, own.scale(0.9f), 1);
      px = x;
      py = y;
      ps = size;
    }
  }

  public static void rocket(Canvas c, Scene s, float x, float y, float size) {
    Pen p = new Pen(c, s, x, y, size, 0);
    Tint body = s.own(Motif.ROCKET, Tint.of("#eceff2"));
    Tint red = Tint.of("#cf3b30");
    Rng rng = s.rng("exhaust");
    for (int i = 0; i < 120; i++) {
      float q = rng.next();
      float r = size * (0.03f + 0.13f * q);
      Tint t =
          Tint.of("#fff3c4")
              .mix(FLAME, Maths.unit(q * 3))
              .mix(s.palette.haze(), Maths.smooth(0.25f, 0.6f, q));
      c.disc(
          x + rng.bell() * size * 0.07f * (0.3f + q),
          y + size * q * 1.1f,
          r,
          t,
          0.22f * (1 - q * 0.7f));
    }
    c.glow(x, y + size * 0.1f, size * 0.7f, FLAME, 0.7f);
    p.shape(red, -0.10f, 0.24f, -0.22f, -0.02f, -0.08f, 0.04f)
        .shape(red.scale(0.8f), 0.10f, 0.24f, 0.22f, -0.02f, 0.08f, 0.04f);
    p.round(
        body, -0.09f, 0.02f, 0.09f, 0.02f, 0.135f, 0.35f, 0.115f, 0.66f, 0, 1.0f, -0.115f, 0.66f,
        -0.135f, 0.35f);
    p.round(red, -0.085f, 0.76f, 0.085f, 0.76f, 0.04f, 0.93f, 0, 1.0f, -0.04f, 0.93f);
    c.disc(p.px(0), p.py(0.58f), size * 0.06f, p.seen(Tint.of("#7a8794")), 1);
    c.disc(p.px(0), p.py(0.58f), size * 0.044f, p.seen(Tint.of("#79c4e8")), 1);
    c.disc(p.px(-0.014f), p.py(0.594f), size * 0.014f, Tint.WHITE, 0.8f);
    p.box(Tint.of("#4a4f57"), -0.07f, -0.02f, 0.14f, 0.05f);
  }
}
