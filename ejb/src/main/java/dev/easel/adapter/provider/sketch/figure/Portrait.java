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

  private static final float[] HAIR = {
    0.215f, 0.640f, 0.150f, 0.745f, 0.020f, 0.800f, -0.140f, 0.785f, -0.285f, 0.680f, -0.360f,
    0.480f, -0.365f, 0.240f, -0.395f, 0.020f, -0.450f, -0.200f, -0.420f, -0.400f, -0.300f, -0.470f,
    -0.180f, -0.350f, -0.110f, -0.150f, -0.060f, 0.060f, -0.035f, 0.230f, 0.010f, 0.400f, 0.080f,
    0.545f
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
    mane(c, s, x, y, k, dir);
    hair(c, s, x, y, k, dir);
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

  /** The mass of the hair: over the skull, behind the ear, down the back. */
  private static void mane(Canvas c, Scene s, float x, float y, float k, float dir) {
    float[] at = new float[HAIR.length];
    for (int i = 0; i < at.length; i += 2) {
      at[i] = x + dir * HAIR[i] * k;
      at[i + 1] = y - HAIR[i + 1] * k;
    }
    c.fill(Outline.smooth(at), dye(s), 1);
  }

  private static Tint dye(Scene s) {
    return s.palette.near().mix(Tint.of("#2a1c1a"), 0.5f);
  }

  /** Strands that follow the mass, lit where they are nearest the light. */
  private static void hair(Canvas c, Scene s, float x, float y, float k, float dir) {
    Rng rng = s.rng("hair");
    for (int i = 0; i < s.many(330); i++) {
      float q = rng.next();
      float lit = rng.next() * Maths.smooth(0.55f, 0, q) * 0.24f;
      Tint t = dye(s).scale(rng.range(0.7f, 1.5f)).plus(s.palette.sun(), lit);
      float fall = rng.range(0.35f, 1);
      float px = x + dir * k * (0.17f - 0.40f * q);
      float py = y - k * (0.70f + 0.075f * Maths.sin(q * 3) - 0.03f * q);
      for (int j = 1; j <= 8; j++) {
        float v = j / 8f * fall;
        float back =
            0.17f
                - 0.40f * q
                - (0.13f + 0.05f * q) * Maths.sin(v * 2.2f)
                + 0.02f * Maths.sin(v * 9 + q * 6);
        float nx = x + dir * k * back;
        float ny =
            y - k * (0.70f + 0.075f * Maths.sin(q * 3) - 0.03f * q - v * (0.42f + 0.62f * q));
        c.stroke(px, py, k * 0.007f, nx, ny, k * 0.006f, t, 0.75f);
        px = nx;
        py = ny;
      }
    }
  }
}
