package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A street in one-point perspective: façades, signs, wet ground that mirrors them, passers-by. */
public final class Street implements Layer {

  static final Tint[] NEON = {
    Tint.of("#ff3f9a"),
    Tint.of("#2fe0ff"),
    Tint.of("#a45cff"),
    Tint.of("#ffa22e"),
    Tint.of("#ff5248"),
    Tint.of("#4dffb4")
  };

  @Override
  public void paint(Canvas c, Scene s) {
    float vx = s.from(0.54f);
    float vy = s.horizon;
    boolean night = s.daylight() < 0.85f;
    if (night) {
      c.glow(vx, vy - s.u(0.02f), s.u(0.5f), s.palette.horizon(), 0.55f);
    }
    for (int k = 0; k < 9; k++) {
      float near = depth(k);
      for (int hand = -1; hand <= 1; hand += 2) {
        Facade.paint(c, s, vx, vy, k, hand, near, night);
      }
      veil(c, s, vx, vy, near);
    }
    ground(c, s, vx, vy, night);
    PassersBy.paint(c, s, vx, vy);
  }

  /** Scale of the k-th house against the nearest. */
  static float depth(int k) {
    float q = (k + 1) / 9f;
    return 0.045f + 0.955f * q * q * q;
  }

  private static void veil(Canvas c, Scene s, float vx, float vy, float near) {
    float k = 0.16f * (1 - near);
    for (int y = 0; y < Math.min(c.height, vy + s.u(0.1f)); y++) {
      for (int x = 0; x < c.width; x++) {
        float d = Maths.length(x - vx, y - vy) / s.u(0.5f);
        c.blend(
            y * c.width + x,
            s.palette.haze().mix(s.palette.horizon(), 0.4f),
            k * Maths.exp(-d * 1.3f));
      }
    }
  }

  private static void ground(Canvas c, Scene s, float vx, float vy, boolean night) {
    Canvas above = c.copy();
    boolean wet = night || s.wants(Motif.RAIN);
    Tint stone = s.palette.near().mix(s.inLight(Tint.of("#77747c")), night ? 0.10f : 0.62f);
    for (int y = (int) vy + 1; y < c.height; y++) {
      c.breathe();
      float t = (y - vy) / (s.height - vy);
      float z = 1 / (t + 0.03f);
      for (int x = 0; x < c.width; x++) {
        float u = (x - vx) * z / s.u(1);
        float floor = s.u(0.42f) * (y - vy) / s.u(0.20f) * 0.93f;
        if (Math.abs(x - vx) > floor + s.u(0.02f)) {
          continue;
        }
        float n = s.noise.fractal(u * 0.9f, z * 0.55f, 4);
        float fine = s.noise.fractal(u * 6, z * 2.6f, 2);
        float puddle = wet ? Maths.smooth(-0.22f, 0.12f, n) * 0.78f + 0.14f : 0.10f;
        int sx = Math.min(c.width - 1, Math.max(0, (int) (x + fine * s.u(0.012f))));
        int sy = Math.max(0, (int) (vy - (y - vy) * 1.9f - Math.abs(fine) * s.u(0.10f) * t));
        int from = sy * c.width + sx;
        float slab = Maths.smooth(0.06f, 0, Math.abs(u * 0.6f - Math.round(u * 0.6f))) * 0.12f;
        Tint own = stone.scale(1 + fine * 0.14f - slab);
        float streak = wet ? 1.25f : 0.8f;
        c.blend(
            y * c.width + x,
            own.r() + (above.red[from] * streak - own.r() * 0.6f) * puddle,
            own.g() + (above.green[from] * streak - own.g() * 0.6f) * puddle,
            own.b() + (above.blue[from] * streak - own.b() * 0.6f) * puddle,
            Maths.smooth(floor + s.u(0.02f), floor - s.u(0.005f), Math.abs(x - vx)));
      }
    }
  }
}
