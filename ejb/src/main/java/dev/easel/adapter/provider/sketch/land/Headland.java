package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A rocky mass in the sea: an island in the distance or a cliff on the near side. */
public final class Headland implements Layer {

  private final boolean cliff;

  private Headland(boolean cliff) {
    this.cliff = cliff;
  }

  public static Headland island() {
    return new Headland(false);
  }

  public static Headland cliff() {
    return new Headland(true);
  }

  /** Row of the ground at column {@code x}; below the horizon where there is none. */
  public float top(Scene s, float x) {
    float share = s.side < 0 ? x / s.width : 1 - x / s.width;
    float u = x / s.u(1);
    float rough = s.noise.fractal(u * 7, 71, 5) * 0.022f;
    if (cliff) {
      float wall = Maths.smooth(0.58f, 0.30f, share + rough * 2.2f);
      float stack = 0.10f * Maths.smooth(0.030f, 0.012f, Math.abs(share - 0.60f) + rough * 0.3f);
      return s.horizon
          + s.u(0.02f)
          - s.u(
              0.27f * wall
                  + stack
                  + rough * wall * 0.7f
                  - 0.03f * (1 - wall) * (stack > 0 ? 0 : 1));
    }
    float d = Math.abs(share - 0.58f) / 0.25f;
    float dome = Math.max(0, 1 - d * d);
    return s.horizon
        + s.u(0.006f)
        - s.u(0.15f) * dome * (0.75f + rough * 12)
        + (d > 1 ? s.u(0.05f) : 0);
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Tint rock = s.palette.near().mix(s.inLight(Tint.of("#8a7f72")), 0.40f);
    Tint lit = rock.mix(s.palette.sun(), 0.36f * s.light.strength());
    Tint green =
        s.inLight(s.wants(Motif.AUTUMN) ? Tint.of("#a3742e") : Tint.of("#5f8a46"))
            .mix(s.palette.near(), 0.22f);
    float air = cliff ? 0.06f : 0.26f;
    float foot = s.horizon + s.u(cliff ? 0.10f : 0.004f);
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float top = top(s, x);
      float shore = foot + (cliff ? s.u(0.02f) * s.noise.fractal(x / s.u(1) * 6, 5, 3) : 0);
      for (int y = Math.max(0, Maths.floor(top));
          y < Math.min(c.height, shore) && top < s.horizon;
          y++) {
        float u = x / s.u(1);
        float v = y / s.u(1);
        float g = s.noise.ridged(u * 9, v * 4 + 3, 4);
        float g2 = s.noise.ridged(u * 9 + 0.12f * -s.side, v * 4 + 2.95f, 4);
        float bands = s.noise.at(u * 1.5f, v * 30 + g) * 0.10f;
        float k = Maths.clamp((g - g2) * 1.7f + bands, -1, 1);
        Tint t = k > 0 ? rock.mix(lit, k) : rock.scale(1 + 0.6f * k);
        float down = (y - top) / s.u(1);
        float turf =
            Maths.smooth(
                cliff ? 0.034f : 0.075f,
                0.012f,
                down + 0.025f * s.noise.fractal(u * 13, v * 13, 3));
        t = t.mix(green.scale(0.85f + 0.4f * g), turf * 0.92f).mix(s.palette.haze(), air);
        float warm = s.lit(x, y) * 0.22f;
        c.blend(y * c.width + x, t.plus(s.palette.sun(), warm), Maths.unit(y + 1 - top));
      }
    }
  }
}
