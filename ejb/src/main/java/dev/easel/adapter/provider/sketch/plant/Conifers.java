package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Firs: a few close by with their boughs, or a dark fringe of them along a shore. */
public final class Conifers implements Layer {

  private final boolean fringe;

  private Conifers(boolean fringe) {
    this.fringe = fringe;
  }

  /** Tall firs on both sides of the foreground. */
  public static Conifers close() {
    return new Conifers(false);
  }

  /** A far edge of forest standing on the horizon. */
  public static Conifers edge() {
    return new Conifers(true);
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng(fringe ? "fringe" : "firs");
    if (fringe) {
      fringe(c, s, rng);
      return;
    }
    Tint needle = s.palette.near().mix(s.inLight(s.own(Motif.PINE, Tint.of("#2b5136"))), 0.38f);
    float[][] stands = {
      {0.30f, 0.80f, 0.34f},
      {0.97f, 0.84f, 0.46f},
      {0.20f, 0.86f, 0.52f},
      {0.88f, 0.90f, 0.60f},
      {0.06f, 0.97f, 0.86f},
      {-0.03f, 0.93f, 0.62f}
    };
    for (float[] t : stands) {
      float x = s.from(t[0] + rng.range(-0.02f, 0.02f));
      float air = Maths.unit(0.5f - (t[1] - 0.78f) * 3.2f);
      fir(c, s, rng, x, s.y(t[1]), s.u(t[2]), needle.mix(s.palette.haze(), air * 0.6f));
    }
  }

  private static void fir(Canvas c, Scene s, Rng rng, float x, float foot, float tall, Tint t) {
    float wide = tall * 0.23f;
    Tint wood = t.scale(0.7f);
    c.stroke(x, foot, tall * 0.035f, x, foot - tall * 0.97f, tall * 0.004f, wood, 1);
    int tiers = s.many(34);
    boolean snowy = s.wishes.hasAny(Motif.SNOW, Motif.WINTER, Motif.SNOWFALL);
    Tint snow = s.inLight(Tint.of("#f2f5fa"));
    for (int i = 0; i < tiers; i++) {
      float v = (i + 0.5f) / tiers;
      float y = foot - tall * (0.99f - 0.90f * v);
      float reach =
          wide * (0.02f + 0.98f * v) * rng.range(0.80f, 1.12f) * (0.88f + 0.24f * (i % 3) / 2f);
      for (int hand = -1; hand <= 1; hand += 2) {
        bough(c, s, rng, x, y, hand * reach * rng.range(0.85f, 1.1f), tall, t);
      }
      if (snowy && rng.chance(0.55f)) {
        float side = rng.range(-0.8f, 0.8f) * reach;
        c.ellipse(
            x + side,
            y - tall * 0.004f + Math.abs(side) * 0.35f,
            reach * 0.22f,
            tall * 0.005f,
            snow,
            0.7f);
      }
    }
  }

  private static void bough(
      Canvas c, Scene s, Rng rng, float x, float y, float reach, float tall, Tint t) {
    int needles = 9;
    float drop = Math.abs(reach) * 0.42f;
    for (int k = 0; k < needles; k++) {
      float q = (k + 0.4f) / needles;
      float px = x + reach * q;
      float py = y + drop * q - drop * 0.35f * q * q;
      float l = (tall * 0.010f + Math.abs(reach) * 0.20f) * (1.15f - 0.55f * q);
      float lit = s.lit(px, py);
      boolean facing = (s.light.x() - x) * reach > 0;
      Tint own =
          t.scale(rng.range(0.75f, 1.2f)).plus(s.palette.sun(), lit * (facing ? 0.30f : 0.10f));
      float w = tall * 0.004f + Math.abs(reach) * 0.05f;
      c.stroke(px, py, w, px + Math.signum(reach) * l * 0.6f, py + l, w * 0.25f, own, 0.95f);
      c.stroke(px, py, w, px + Math.signum(reach) * l * 0.9f, py + l * 0.2f, w * 0.2f, own, 0.9f);
    }
  }

  private static void fringe(Canvas c, Scene s, Rng rng) {
    Tint green = s.palette.near().mix(s.inLight(Tint.of("#2f4a33")), 0.3f);
    Tint t = green.mix(s.palette.haze(), 0.26f);
    int n = (int) (150 * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float share = (i + rng.next()) / n;
      float x = s.x(share);
      float n1 = 0.55f + 0.8f * s.noise.fractal(share * 5 * s.width / s.height, 61, 3);
      float tall = s.u(0.062f) * Math.max(0.15f, n1) * rng.range(0.7f, 1.25f);
      float foot = s.horizon + s.u(0.004f);
      float w = tall * 0.19f;
      Outline o = new Outline().to(x, foot - tall);
      for (int k = 1; k <= 4; k++) {
        o.to(x + w * k / 4f, foot - tall * (1 - k / 4.2f))
            .to(x + w * (k / 4f - 0.13f), foot - tall * (1 - k / 4.2f));
      }
      o.to(x + w, foot).to(x - w, foot);
      for (int k = 4; k >= 1; k--) {
        o.to(x - w * (k / 4f - 0.13f), foot - tall * (1 - k / 4.2f))
            .to(x - w * k / 4f, foot - tall * (1 - k / 4.2f));
      }
      float lit = s.lit(x, foot - tall) * 0.22f;
      c.fill(o, t.scale(rng.range(0.88f, 1.06f)).plus(s.palette.sun(), lit), 1);
    }
  }
}
