package dev.easel.adapter.provider.sketch.pattern;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Deep space: glowing gas between dust, stars in clusters. */
public final class Cosmos implements Layer {

  private static final Tint VOID = Tint.of("#050614");

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng("cosmos");
    boolean own = !s.wishes.hues().isEmpty();
    Tint hot = own ? s.palette.sun() : Tint.of("#ff8fb0");
    Tint mid = own ? s.palette.middle() : Tint.of("#7a3fc0");
    Tint cool = own ? s.palette.haze() : Tint.of("#2f86d8");
    float id = rng.next() * 60;
    float tilt = rng.range(0.3f, 0.9f) * s.side;
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1);
        float v = (y - s.height * 0.5f) / s.u(1);
        float a = s.noise.fractal(u * 1.5f + id, v * 1.5f, 3);
        float b = s.noise.fractal(u * 2 + a * 1.4f + id, v * 2 - a + 5, 5);
        float band = Maths.bell(v - tilt * u + a * 0.3f, 0.34f);
        float gas = Maths.smooth(-0.25f, 0.7f, b + 0.12f) * (0.30f + 0.95f * band);
        float dust =
            Maths.smooth(0.05f, 0.5f, s.noise.fractal(u * 3 - b + 20, v * 3 + a, 5)) * 0.85f;
        float core = Maths.smooth(0.35f, 0.95f, gas) * (1 - dust * 0.6f);
        float k = gas * (1 - dust * 0.75f);
        Tint t =
            VOID.plus(cool, k * 0.55f * Maths.unit(0.5f - a))
                .plus(mid, k * 0.75f)
                .plus(hot, core * 0.85f * Maths.unit(0.55f + a));
        c.blend(y * c.width + x, t, 1);
      }
    }
    stars(c, s, rng);
  }

  private static void stars(Canvas c, Scene s, Rng rng) {
    int n = s.many(1700 * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float x = s.x(rng.next());
      float y = s.y(rng.next());
      float m = rng.next();
      m = m * m * m * m;
      Tint t = Tint.of("#bcd2ff").mix(Tint.of("#ffd9b8"), rng.next());
      c.disc(x, y, 0.4f + s.u(0.0016f) * m, t, 0.25f + 0.75f * m);
      if (m > 0.955f) {
        float r = s.u(0.016f + 0.02f * rng.next());
        c.glow(x, y, r * 1.4f, t, 0.5f);
        c.stroke(x - r, y, 0.4f, x + r, y, 0.4f, Tint.WHITE, 0.45f);
        c.stroke(x, y - r, 0.4f, x, y + r, 0.4f, Tint.WHITE, 0.45f);
      }
    }
  }
}
