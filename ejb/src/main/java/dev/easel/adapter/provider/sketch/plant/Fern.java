package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A fern of the forest floor. */
final class Fern {

  private Fern() {}

  static void paint(Canvas c, Scene s, Rng rng, float x, float y, float r, Tint[] leaf, float t) {
    for (int k = 0; k < 6; k++) {
      float a = -Maths.PI * (0.08f + 0.84f * (k + rng.next() * 0.6f) / 6);
      float ex = x + Maths.cos(a) * r;
      float ey = y + Maths.sin(a) * r * 0.75f + Math.abs(Maths.cos(a)) * r * 0.2f;
      float glow = Maths.exp(-Math.abs(x - Woods.lightX(s)) / s.u(0.25f)) * 0.5f;
      Tint own = leaf[rng.below(3)].scale(1.05f - 0.55f * t).plus(s.palette.sun(), glow * 0.14f);
      for (int i = 1; i <= 7; i++) {
        float q = i / 7f;
        float px = Maths.mix(x, ex, q);
        float py = Maths.mix(y, ey, q) - r * 0.20f * Maths.sin(q * Maths.PI);
        float l = r * 0.22f * (1.1f - q);
        c.stroke(
            px,
            py,
            r * 0.035f,
            px + Maths.cos(a) * l - Maths.sin(a) * l,
            py + l * 0.4f,
            0.5f,
            own,
            0.9f);
        c.stroke(
            px,
            py,
            r * 0.035f,
            px + Maths.cos(a) * l + Maths.sin(a) * l,
            py + l * 0.1f,
            0.5f,
            own,
            0.9f);
      }
    }
  }
}
