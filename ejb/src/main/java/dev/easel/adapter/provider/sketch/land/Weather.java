package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** What is between the viewer and the picture: rain, snow or fog. */
public final class Weather {

  private Weather() {}

  /** Slanting rain, far and near, with its gray veil. */
  public static void rain(Canvas c, Scene s) {
    Rng rng = s.rng("rain");
    Tint veil = s.palette.haze().mix(Tint.of("#9fb0bf"), 0.4f);
    Tint drop = veil.mix(Tint.WHITE, 0.45f);
    for (int i = 0; i < c.red.length; i++) {
      c.blend(i, veil, 0.10f);
    }
    int n = s.many(1100 * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float near = rng.next() * rng.next();
      float x = s.x(rng.range(-0.05f, 1.1f));
      float y = s.y(rng.range(-0.05f, 1));
      float l = s.u(0.022f + 0.075f * near);
      float w = s.u(0.0010f + 0.0014f * near);
      c.stroke(x, y, w * 0.4f, x - l * 0.20f, y + l, w, drop, 0.16f + 0.30f * near);
    }
  }

  /** Flakes: many small ones far away, a few large soft ones close by. */
  public static void snow(Canvas c, Scene s) {
    Rng rng = s.rng("flakes");
    Tint white = Tint.WHITE.mix(s.palette.horizon(), 0.15f).scale(0.45f + 0.55f * s.daylight());
    int n = s.many(1500 * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float near = rng.next();
      near = near * near * near * near;
      float r = s.u(0.0012f + 0.0095f * near);
      float x = s.x(rng.next());
      float y = s.y(rng.next());
      float soft = 0.85f - 0.5f * near;
      c.disc(x, y, r, white, soft * 0.55f);
      c.disc(x, y, r * 0.65f, white, soft * 0.55f);
    }
  }

  /** Banks of fog, densest where land meets sky. */
  public static void fog(Canvas c, Scene s) {
    Tint veil = s.palette.haze().mix(s.palette.horizon(), 0.4f);
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      float v = (y - s.horizon) / s.u(1);
      float body = 0.20f + 0.48f * Maths.bell(v + 0.03f, 0.16f);
      for (int x = 0; x < c.width; x++) {
        float u = x / s.u(1);
        float n = s.noise.fractal(u * 1.5f + 60, v * 5.5f, 4);
        float warm = s.lit(x, y) * 0.2f;
        c.blend(
            y * c.width + x,
            veil.plus(s.palette.sun(), warm),
            Maths.unit(body * (0.72f + n * 0.8f)));
      }
    }
  }
}
