package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The dark ground at the viewer's feet with its grass: it holds what stands close by. */
public final class Bank implements Layer {

  private final float rise;

  /** {@code rise}: share of the height the bank covers. */
  public Bank(float rise) {
    this.rise = rise;
  }

  /** Row of the bank's edge at column {@code x}; it swells towards the side of the near thing. */
  public float edge(Scene s, float x) {
    float share = x / s.width;
    float towards = s.side < 0 ? 1 - share : share;
    float swell =
        Maths.smooth(0.25f, 1, towards) * 0.06f + Maths.smooth(0.45f, 0, towards) * 0.015f;
    float n = s.noise.fractal(x / s.u(1) * 2.2f, 77, 4) * 0.02f;
    return s.height * (1 - rise) - s.u(swell + n);
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Tint earth = earth(s);
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float edge = edge(s, x);
      for (int y = Math.max(0, Maths.floor(edge)); y < c.height; y++) {
        float depth = (y - edge) / s.u(0.2f);
        float n = s.noise.fractal(x / s.u(1) * 9, y / s.u(1) * 16, 3);
        float light = s.lit(x, edge) * Maths.exp(-Math.max(0, depth) * 7) * 0.4f;
        Tint t = earth.scale(1 - 0.35f * Maths.unit(depth) + 0.25f * n);
        c.blend(y * c.width + x, t.plus(s.palette.sun(), light), Maths.unit(y + 1 - edge));
      }
    }
    if (s.allows(Motif.GRASS)) {
      grass(c, s, earth);
    }
  }

  public static Tint earth(Scene s) {
    Tint near = s.palette.near();
    if (s.wishes.hasAny(Motif.SNOW, Motif.WINTER, Motif.SNOWFALL)) {
      return s.inLight(Tint.of("#e4ebf5")).mix(s.palette.zenith(), 0.35f);
    }
    if (s.wants(Motif.AUTUMN)) {
      return near.mix(s.inLight(Tint.of("#7a4a20")), 0.35f);
    }
    return near.mix(s.inLight(Tint.of("#3d6b2c")), s.dark() ? 0.10f : 0.35f);
  }

  private void grass(Canvas c, Scene s, Tint earth) {
    Rng rng = s.rng("grass");
    boolean lush = s.wants(Motif.GRASS);
    int blades = s.many((lush ? 2600 : 1300) * Math.max(1, s.width / (float) s.height));
    Tint tip = earth.mix(s.palette.sun(), 0.28f).mix(s.inLight(Tint.of("#8fae4a")), 0.3f);
    for (int i = 0; i < blades; i++) {
      float x = s.x(rng.next());
      float down = rng.next();
      float y = edge(s, x) + s.u(0.05f) * down * down * (lush ? 2.2f : 1.2f) + s.u(0.004f);
      float tall = s.u(rng.range(0.010f, 0.038f)) * (lush ? 1.9f : 1);
      float bend = rng.bell() * tall * 0.28f;
      float light = s.lit(x, y);
      Tint t = earth.scale(rng.range(0.75f, 1.05f)).mix(tip, rng.next() * (0.25f + 0.7f * light));
      float w = s.u(rng.range(0.0012f, 0.0028f));
      c.stroke(x, y, w, x + bend * 0.4f, y - tall * 0.6f, w * 0.75f, t, 1);
      c.stroke(x + bend * 0.4f, y - tall * 0.6f, w * 0.75f, x + bend, y - tall, w * 0.2f, t, 1);
    }
  }
}
