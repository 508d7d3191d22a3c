package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A low sports car in profile, polished, on a ground that mirrors it. */
public final class Car implements Layer {

  private final float at;
  private final float foot;
  private final float wide;

  /**
   * @param at middle as a share of the width
   * @param foot row of the wheels' foot as a share of the height
   * @param wide length as a share of the shorter side
   */
  public Car(float at, float foot, float wide) {
    this.at = at;
    this.foot = foot;
    this.wide = wide;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    float size = s.u(wide);
    float x = s.x(at);
    float y = s.y(foot);
    Tint own = s.own(Motif.CAR, Tint.of("#c8202a"));
    Tint paint = own.scale(0.45f + 0.55f * s.daylight());
    c.ellipse(x, y, size * 0.52f, size * 0.030f, s.palette.near().scale(0.4f), 0.65f);
    c.ellipse(x, y - size * 0.004f, size * 0.44f, size * 0.016f, Tint.BLACK, 0.6f);
    body(c, s, x, y, size, paint);
    glass(c, s, x, y, size);
    details(c, s, x, y, size, paint);
    wheel(c, s, x - size * 0.305f, y - size * 0.084f, size * 0.086f);
    wheel(c, s, x + size * 0.310f, y - size * 0.084f, size * 0.086f);
  }

  private static Outline outline(float x, float y, float k, float... p) {
    float[] at = new float[p.length];
    for (int i = 0; i < p.length; i += 2) {
      at[i] = x + p[i] * k;
      at[i + 1] = y - p[i + 1] * k;
    }
    return Outline.smooth(at);
  }

  private static void body(Canvas c, Scene s, float x, float y, float k, Tint paint) {
    Outline o =
        outline(
            x, y, k, -0.495f, 0.085f, -0.50f, 0.13f, -0.485f, 0.185f, -0.47f, 0.208f, -0.38f,
            0.222f, -0.27f, 0.246f, -0.15f, 0.292f, -0.04f, 0.306f, 0.06f, 0.292f, 0.17f, 0.225f,
            0.20f, 0.205f, 0.33f, 0.188f, 0.45f, 0.150f, 0.497f, 0.108f, 0.505f, 0.075f, 0.48f,
            0.050f, 0.42f, 0.044f, 0.0f, 0.040f, -0.42f, 0.046f, -0.48f, 0.055f);
    Tint sky = s.palette.zenith().mix(s.palette.horizon(), 0.55f);
    c.fill(
        o,
        (px, py, out) -> {
          float u = (px - x) / k;
          float v = (y - py) / k;
          float crease = 0.165f - 0.05f * u * u + 0.012f * u;
          float shade =
              v > crease
                  ? 0.92f + (v - crease) * 2.4f
                  : 0.42f + 0.46f * Maths.smooth(0.05f, crease, v);
          float wave = Maths.bell(v - crease - 0.012f, 0.008f) * 0.5f;
          float gloss = Maths.smooth(crease + 0.018f, crease + 0.050f, v) * 0.30f;
          float low = Maths.smooth(0.075f, 0.045f, v) * 0.55f;
          float streak = Maths.bell(v - 0.105f + 0.02f * u, 0.014f) * 0.16f;
          float m = shade * (1 - low);
          out[0] = Maths.mix(paint.r() * m, sky.r(), gloss * 0.5f) + wave * 0.7f + streak * sky.r();
          out[1] = Maths.mix(paint.g() * m, sky.g(), gloss * 0.5f) + wave * 0.5f + streak * sky.g();
          out[2] = Maths.mix(paint.b() * m, sky.b(), gloss * 0.5f) + wave * 0.5f + streak * sky.b();
        });
  }

  private static void glass(Canvas c, Scene s, float x, float y, float k) {
    Outline o =
        outline(
            x, y, k, -0.235f, 0.240f, -0.14f, 0.279f, -0.035f, 0.292f, 0.055f, 0.278f, 0.145f,
            0.218f, 0.06f, 0.212f, -0.10f, 0.220f);
    Tint sky = s.palette.horizon();
    c.fill(
        o,
        (px, py, out) -> {
          float u = (px - x) / k;
          float v = (y - py) / k;
          float shine =
              Maths.smooth(0.235f, 0.285f, v + u * 0.10f) * 0.55f
                  + Maths.bell(u + v * 0.9f - 0.20f, 0.022f) * 0.30f;
          out[0] = 0.05f + sky.r() * shine * 0.8f;
          out[1] = 0.06f + sky.g() * shine * 0.8f;
          out[2] = 0.08f + sky.b() * shine * 0.85f;
        });
    c.stroke(
        x - 0.055f * k,
        y - 0.288f * k,
        k * 0.010f,
        x - 0.070f * k,
        y - 0.216f * k,
        k * 0.012f,
        Tint.of("#15161a"),
        1);
  }

  private static void details(Canvas c, Scene s, float x, float y, float k, Tint paint) {
    Rod rod = new Rod(c, x, y, k);
    Tint line = paint.scale(0.35f);
    rod.draw(line, 0.8f, -0.075f, 0.210f, 0.003f, -0.085f, 0.075f, 0.003f);
    rod.draw(line, 0.8f, 0.150f, 0.205f, 0.003f, 0.135f, 0.072f, 0.003f);
    rod.draw(line, 0.9f, -0.052f, 0.178f, 0.007f, -0.015f, 0.180f, 0.007f);
    Outline intake =
        outline(x, y, k, -0.20f, 0.175f, -0.10f, 0.165f, -0.12f, 0.115f, -0.175f, 0.125f);
    c.fill(intake, Tint.of("#101014"), 0.85f);
    lamps(c, x, y, k);
    rod.draw(paint.scale(0.75f), 1, -0.50f, 0.246f, 0.009f, -0.40f, 0.252f, 0.011f);
    rod.draw(paint.scale(0.4f), 1, -0.43f, 0.222f, 0.008f, -0.44f, 0.25f, 0.008f);
    rod.draw(paint.scale(0.85f), 1, 0.115f, 0.232f, 0.020f, 0.140f, 0.230f, 0.014f);
    rod.draw(Tint.of("#121216"), 0.9f, -0.40f, 0.048f, 0.010f, 0.43f, 0.046f, 0.010f);
  }

  private static void lamps(Canvas c, float x, float y, float k) {
    Outline front =
        outline(x, y, k, 0.395f, 0.158f, 0.462f, 0.135f, 0.470f, 0.122f, 0.415f, 0.136f);
    c.fill(front, Tint.of("#fffbe6"), 1);
    c.glow(x + 0.445f * k, y - 0.138f * k, k * 0.09f, Tint.of("#fff3c8"), 0.6f);
    Outline rear =
        outline(x, y, k, -0.492f, 0.180f, -0.44f, 0.192f, -0.44f, 0.174f, -0.494f, 0.160f);
    c.fill(rear, Tint.of("#ff2a20"), 1);
    c.glow(x - 0.475f * k, y - 0.177f * k, k * 0.08f, Tint.of("#ff3b28"), 0.5f);
  }

  /** Draws lines in the car's own measure. */
  private record Rod(Canvas canvas, float x, float y, float k) {

    void draw(Tint t, float opacity, float x0, float y0, float w0, float x1, float y1, float w1) {
      canvas.stroke(x + x0 * k, y - y0 * k, k * w0, x + x1 * k, y - y1 * k, k * w1, t, opacity);
    }
  }

  private static void wheel(Canvas c, Scene s, float x, float y, float r) {
    c.disc(x, y - r * 0.06f, r * 1.16f, Tint.of("#0b0b0e"), 1);
    c.disc(x, y, r, Tint.of("#17171b"), 1);
    c.disc(x, y, r * 0.74f, Tint.of("#2b2c31"), 1);
    Tint metal = Tint.of("#c9ccd2").scale(0.4f + 0.6f * s.daylight());
    for (int i = 0; i < 10; i++) {
      float a = (i / 2) * 2 * Maths.PI / 5 + (i % 2 == 0 ? -0.13f : 0.13f) + 0.3f;
      float ex = x + Maths.cos(a) * r * 0.68f;
      float ey = y + Maths.sin(a) * r * 0.68f;
      c.stroke(x, y, r * 0.10f, ex, ey, r * 0.09f, metal.scale(0.75f - 0.25f * Maths.sin(a)), 1);
    }
    for (int i = 0; i < 40; i++) {
      float a = i * Maths.PI / 20;
      float b = (i + 1) * Maths.PI / 20;
      c.stroke(
          x + Maths.cos(a) * r * 0.71f,
          y + Maths.sin(a) * r * 0.71f,
          r * 0.06f,
          x + Maths.cos(b) * r * 0.71f,
          y + Maths.sin(b) * r * 0.71f,
          r * 0.06f,
          metal.scale(0.7f - 0.35f * Maths.sin(a)),
          1);
    }
    c.disc(x, y, r * 0.13f, metal.scale(0.9f), 1);
  }
}
