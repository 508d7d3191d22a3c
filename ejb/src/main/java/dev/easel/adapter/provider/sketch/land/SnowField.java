package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Fresh snow from the horizon to the feet, with blue hollows and a glitter of crystals. */
public final class SnowField implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Tint white = s.inLight(Tint.of("#f6f8fc")).mix(s.palette.horizon(), 0.15f);
    Tint blue = white.scale(0.62f).mix(s.palette.zenith(), 0.38f);
    int top = (int) (s.horizon - s.u(0.01f));
    for (int y = Math.max(0, top); y < c.height; y++) {
      c.breathe();
      float t = (y - top) / (float) (c.height - top);
      float z = 1 / (t + 0.16f);
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1) * z;
        float n = s.noise.fractal(u * 0.55f + 3, z * 1.6f, 4);
        float n2 = s.noise.fractal(u * 0.55f + 3.12f * -s.side, z * 1.6f + 0.1f, 3);
        float k = Maths.unit(0.62f + (n2 - n) * 1.9f + s.lit(x, y) * 0.6f - t * 0.25f);
        Tint sun = s.palette.sun();
        float warm = s.lit(x, y) * 0.16f * k;
        float air = 0.4f * Maths.exp(-t * 9);
        Tint h = s.palette.haze();
        c.blend(
            y * c.width + x,
            Maths.mix(Maths.mix(blue.r(), white.r(), k), h.r(), air) + sun.r() * warm,
            Maths.mix(Maths.mix(blue.g(), white.g(), k), h.g(), air) + sun.g() * warm,
            Maths.mix(Maths.mix(blue.b(), white.b(), k), h.b(), air) + sun.b() * warm,
            Maths.smooth(top - 1, top + s.u(0.012f), y + s.u(0.006f) * n2));
      }
    }
    crystals(c, s, top);
  }

  private static void crystals(Canvas c, Scene s, int top) {
    Rng rng = s.rng("crystals");
    for (int i = 0; i < s.many(420); i++) {
      float t = rng.next();
      float y = top + (c.height - top) * (0.15f + 0.85f * t);
      c.disc(s.x(rng.next()), y, s.u(0.0012f) * (0.5f + t), Tint.WHITE, rng.next() * 0.7f);
    }
  }
}
