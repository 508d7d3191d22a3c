package dev.easel.adapter.provider.sketch.figure;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Stencil;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Head and shoulders in profile before a great soft light. */
public final class Portrait implements Layer {

  private static final float[] PROFILE = {
    -0.30f, -0.62f, -0.30f, -0.30f, -0.17f, -0.16f, -0.125f, 0.0f, -0.20f, 0.08f, -0.285f, 0.24f,
        -0.30f, 0.44f,
    -0.24f, 0.62f, -0.10f, 0.735f, 0.06f, 0.745f, 0.19f, 0.675f, 0.245f, 0.56f, 0.252f, 0.475f,
        0.262f, 0.425f,
    0.300f, 0.352f, 0.325f, 0.300f, 0.298f, 0.276f, 0.268f, 0.268f, 0.272f, 0.240f, 0.292f, 0.218f,
        0.284f, 0.196f,
    0.270f, 0.184f, 0.284f, 0.166f, 0.276f, 0.138f, 0.252f, 0.120f, 0.258f, 0.082f, 0.246f, 0.040f,
        0.200f, 0.020f,
    0.110f, 0.030f, 0.065f, -0.02f, 0.070f, -0.13f, 0.15f, -0.22f, 0.36f, -0.30f, 0.50f, -0.42f,
        0.56f, -0.62f
  };

  @Override
  public void paint(Canvas c, Scene s) {
    float k = s.u(0.72f);
    float x = s.from(0.44f);
    float y = s.y(0.64f);
    float dir = -s.side;
    float[] p = new float[PROFILE.length];
    for (int i = 0; i < p.length; i += 2) {
      p[i] = x + dir * PROFILE[i] * k;
      p[i + 1] = y - PROFILE[i + 1] * k - (PROFILE[i + 1] < -0.5f ? 0 : 0);
    }
    Stencil mask = Stencil.of(Outline.smooth(p), c);
    hair(c, s, x, y, k, dir, 0);
    Tint dark = s.palette.near().mix(s.palette.zenith(), 0.25f);
    Tint skin = s.own(Motif.PORTRAIT, Tint.of("#b9795c"));
    float step = k * 0.020f;
    c.fill(
        mask,
        (px, py, out) -> {
          float in = 1 - mask.at((int) (px + dir * step), (int) (py - step * 0.5f));
          float far = 1 - mask.at((int) (px + dir * step * 3.4f), (int) (py - step * 1.4f));
          float v = (y - py) / k;
          float cloth = Maths.smooth(-0.17f, -0.21f, v - 0.10f * Math.abs((px - x) / k));
          Tint base = dark.mix(s.inLight(skin), 0.30f * (1 - cloth));
          float k2 = in * 0.85f + far * 0.34f;
          Tint warm = s.palette.sun().times(Tint.WHITE.mix(skin, 0.55f * (1 - cloth)));
          out[0] = base.r() + warm.r() * k2;
          out[1] = base.g() + warm.g() * k2;
          out[2] = base.b() + warm.b() * k2;
        });
    hair(c, s, x, y, k, dir, 1);
    eye(c, x + dir * k * 0.196f, y - k * 0.405f, k, dir, dark.scale(0.6f));
  }

  private static void eye(Canvas c, float x, float y, float k, float dir, Tint t) {
    c.stroke(
        x - dir * k * 0.030f,
        y + k * 0.004f,
        k * 0.006f,
        x + dir * k * 0.024f,
        y + k * 0.006f,
        k * 0.010f,
        t,
        0.8f);
    c.stroke(
        x + dir * k * 0.022f,
        y + k * 0.004f,
        k * 0.007f,
        x + dir * k * 0.050f,
        y - k * 0.006f,
        k * 0.003f,
        t,
        0.8f);
    c.stroke(
        x - dir * k * 0.040f,
        y - k * 0.052f,
        k * 0.008f,
        x + dir * k * 0.034f,
        y - k * 0.056f,
        k * 0.012f,
        t,
        0.6f);
  }

  private static void hair(Canvas c, Scene s, float x, float y, float k, float dir, int coat) {
    Rng rng = s.rng("hair" + coat);
    Tint dark = s.palette.near().mix(Tint.of("#2a1c1a"), 0.5f);
    int n = s.many(520);
    for (int i = 0; i < n; i++) {
      float q = rng.next();
      float a = 0.55f + q * 2.1f;
      float root = k * rng.range(0.27f, 0.335f);
      float cx = x - dir * k * 0.025f;
      float cy = y - k * 0.44f;
      float px = cx + dir * Maths.cos(a) * root;
      float py = cy - Maths.sin(a) * root * 1.02f;
      float l = k * rng.range(0.25f, 0.72f) * (0.35f + 0.65f * q);
      float lit = coat * rng.next() * 0.5f * Maths.smooth(0.5f, 0.05f, q);
      Tint t = dark.scale(rng.range(0.75f, 1.4f)).plus(s.palette.sun(), lit);
      float bend = rng.range(-0.1f, 0.1f);
      for (int j = 1; j <= 6; j++) {
        float v = j / 6f;
        float flow = a + 0.9f + v * (0.8f + bend);
        float nx = px + dir * Maths.cos(Math.min(flow, 4.4f)) * l / 6;
        float ny = py - Maths.sin(Math.min(flow, 4.4f)) * l / 6 + l * 0.03f * v;
        c.stroke(px, py, k * 0.010f * (1.1f - v), nx, ny, k * 0.009f * (1.05f - v), t, 0.85f);
        px = nx;
        py = ny;
      }
    }
  }
}
