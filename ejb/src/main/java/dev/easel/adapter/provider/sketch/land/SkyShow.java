package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** What the sky shows on request: aurora, rainbow, lightning, a great planet. */
public final class SkyShow {

  private static final Tint[] BOW = {
    Tint.of("#d83a3a"),
    Tint.of("#ee8a2c"),
    Tint.of("#f4dc3c"),
    Tint.of("#43b55a"),
    Tint.of("#3a86d8"),
    Tint.of("#5a3fb5"),
    Tint.of("#8d46b8")
  };

  private SkyShow() {}

  public static void aurora(Canvas c, Scene s) {
    Tint green = s.own(Motif.AURORA, Tint.of("#38f09a"));
    Tint violet = Tint.of("#9a52e8");
    for (int k = 0; k < 3; k++) {
      curtain(c, s, k, green, violet);
    }
  }

  private static void curtain(Canvas c, Scene s, int k, Tint green, Tint violet) {
    float tall = s.horizon * (0.62f - 0.10f * k);
    float strength = 0.95f - 0.24f * k;
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float u = x / s.u(1);
      float wave = s.noise.fractal(u * 1.1f + k * 9, k * 3.7f, 3);
      float base = s.horizon * (0.84f - 0.15f * k) - wave * s.horizon * 0.34f;
      float rays =
          0.42f + 0.58f * Maths.unit(0.5f + s.noise.fractal((u + wave * 0.5f) * 15, k, 3) * 1.3f);
      float glow = Maths.unit(0.55f + s.noise.at(u * 1.6f + 5, k * 2.2f) * 1.1f);
      for (int y = Math.max(0, (int) (base - tall));
          y < Math.min(s.horizon, base + s.u(0.03f));
          y++) {
        float v = (base - y) / tall;
        float foot = Maths.smooth(-0.045f, 0.05f, v);
        float fade = (1 - Maths.unit(v)) * (1 - Maths.unit(v));
        float a = strength * foot * fade * (rays * 0.75f + 0.25f) * glow;
        Tint t = green.mix(violet, Maths.smooth(0.12f, 0.75f, v));
        c.add(y * c.width + x, t, a * 0.85f);
      }
    }
  }

  public static void rainbow(Canvas c, Scene s) {
    float cx = s.from(0.36f);
    float cy = s.horizon + s.u(0.16f);
    float radius = Math.min(s.u(0.66f), s.horizon * 1.05f);
    float wide = s.u(0.052f);
    for (int y = 0; y < Math.min(c.height, s.horizon + s.u(0.05f)); y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float d = Maths.length(x - cx, y - cy);
        float in = (radius + wide - d) / wide;
        if (in > 0 && in < 1) {
          float at = in * (BOW.length - 1);
          int n = Math.min(BOW.length - 2, (int) at);
          Tint t = BOW[n].mix(BOW[n + 1], at - n).mix(Tint.WHITE, 0.12f);
          float k =
              Maths.sin(in * Maths.PI)
                  * Maths.smooth(s.horizon + s.u(0.05f), s.horizon - s.u(0.12f), y);
          c.add(y * c.width + x, t, k * 0.20f);
          c.blend(y * c.width + x, t, k * 0.34f);
        }
      }
    }
  }

  public static void lightning(Canvas c, Scene s) {
    Rng rng = s.rng("bolt");
    Tint white = Tint.of("#f4f1ff");
    Tint violet = Tint.of("#a9a4ff");
    float x = s.from(0.62f + rng.range(-0.06f, 0.06f));
    c.glow(x, s.horizon * 0.35f, s.u(0.75f), violet, 0.42f);
    bolt(c, s, rng, x, s.y(0.02f), s.horizon, s.u(0.0062f), white, violet, 0);
  }

  private static void bolt(
      Canvas c,
      Scene s,
      Rng rng,
      float x,
      float y,
      float end,
      float w,
      Tint t,
      Tint halo,
      int twig) {
    float drift = rng.range(-0.25f, 0.25f) + twig * rng.range(-0.8f, 0.8f);
    while (y < end) {
      float step = s.u(rng.range(0.012f, 0.034f));
      float nx = x + (rng.bell() * 0.75f + drift) * step;
      float ny = y + step;
      c.stroke(x, y, w * 5, nx, ny, w * 5, halo, 0.10f);
      c.stroke(x, y, w, nx, ny, w, t, 0.97f);
      c.glow(nx, ny, w * 16, halo, 0.10f);
      if (twig < 3 && rng.chance(0.14f)) {
        bolt(
            c,
            s,
            rng,
            nx,
            ny,
            ny + (end - ny) * rng.range(0.2f, 0.6f),
            w * 0.5f,
            t,
            halo,
            twig + 1);
      }
      x = nx;
      y = ny;
      w *= 0.985f;
    }
  }

  public static void planet(Canvas c, Scene s) {
    float r = s.u(0.145f);
    float cx = s.from(0.40f);
    float cy = s.horizon * 0.36f;
    Tint body = s.own(Motif.PLANET, Tint.of("#d9a77a"));
    ring(c, s, cx, cy, r, true);
    c.fill(
        Outline.ellipse(cx, cy, r, r),
        (x, y, out) -> {
          float dx = (x - cx) / r;
          float dy = (y - cy) / r;
          float dz = Maths.root(Math.max(0, 1 - dx * dx - dy * dy));
          float tilt = dy + dx * 0.24f;
          float bands = s.noise.fractal(tilt * 5 + 3, dx * 0.5f, 4);
          float sun = Maths.unit(0.12f + (dx * -s.side * 0.75f - dy * 0.35f + dz * 0.5f) * 0.95f);
          Tint t = body.scale(0.85f + bands * 0.5f).mix(s.palette.haze(), 0.15f * (1 - dz));
          out[0] = t.r() * sun + s.palette.zenith().r() * 0.25f;
          out[1] = t.g() * sun + s.palette.zenith().g() * 0.25f;
          out[2] = t.b() * sun + s.palette.zenith().b() * 0.25f;
        });
    ring(c, s, cx, cy, r, false);
  }

  private static void ring(Canvas c, Scene s, float cx, float cy, float r, boolean behind) {
    Tint dust = Tint.of("#e9d3b4").mix(s.palette.horizon(), 0.3f);
    for (int y = Math.max(0, (int) (cy - r * 1.4f)); y < Math.min(c.height, cy + r * 1.4f); y++) {
      for (int x = Math.max(0, (int) (cx - r * 2.4f)); x < Math.min(c.width, cx + r * 2.4f); x++) {
        float dx = (x - cx) / r;
        float dy = ((y - cy) / r + dx * 0.24f) / 0.26f;
        float d = Maths.length(dx, dy);
        if (d > 1.3f && d < 2.2f && dy < 0 == behind) {
          float gaps = 0.5f + 0.5f * s.noise.at(d * 13, 4);
          float k = Maths.smooth(1.3f, 1.38f, d) * Maths.smooth(2.2f, 2.05f, d) * gaps;
          c.blend(y * c.width + x, dust.scale(0.8f), k * 0.75f);
        }
      }
    }
  }
}
