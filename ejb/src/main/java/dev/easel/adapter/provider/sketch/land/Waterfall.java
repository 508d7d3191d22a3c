package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Water falling between dark cliffs into its own mist. */
public final class Waterfall implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    float cx = s.from(0.58f);
    float lip = s.horizon - s.u(0.34f);
    float half = s.u(0.085f);
    cliffs(c, s, cx, lip, half);
    fall(c, s, cx, lip, half);
    mist(c, s, cx, half);
  }

  private static float edge(Scene s, float y, float lip, float half, int hand) {
    float v = y / s.u(1);
    float n = s.noise.fractal(v * 5, hand * 9 + 20, 4);
    return half * (1 + 0.14f * (y - lip) / s.u(0.3f)) + s.u(0.022f) * n;
  }

  private static void cliffs(Canvas c, Scene s, float cx, float lip, float half) {
    Tint rock = s.palette.near().mix(s.palette.haze(), 0.16f);
    Tint lit = rock.mix(s.palette.sun(), 0.25f).mix(s.inLight(Tint.of("#7c7466")), 0.3f);
    Tint moss = s.inLight(s.wants(Motif.AUTUMN) ? Tint.of("#a0642a") : Tint.of("#4c7a3a"));
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float u = x / s.u(1);
      float away = Math.abs(x - cx) / s.u(1);
      float top = lip - s.u(0.05f + 0.16f * Maths.smooth(0.06f, 0.6f, away));
      top += s.u(0.03f) * s.noise.fractal(u * 6, 31, 4) + (away < 0.085f ? s.u(0.05f) : 0);
      for (int y = Math.max(0, Maths.floor(top));
          y < Math.min(c.height, s.horizon + s.u(0.02f));
          y++) {
        float v = y / s.u(1);
        float g = s.noise.ridged(u * 8 + s.noise.at(u * 3, v * 3), v * 3.2f, 4);
        float g2 = s.noise.ridged(u * 8 + 0.1f * -s.side, v * 3.2f - 0.06f, 4);
        float k = Maths.clamp((g - g2) * 1.5f, -1, 1);
        Tint t = k > 0 ? rock.mix(lit, k) : rock.scale(1 + k * 0.5f);
        float green =
            Maths.smooth(
                0.05f,
                0.35f,
                s.noise.fractal(u * 7, v * 9 + 50, 4) + 0.16f * Maths.exp(-(y - top) / s.u(0.04f)));
        t = t.mix(moss.scale(0.55f + 0.6f * g), green * 0.8f);
        float air = 0.12f + 0.35f * Maths.smooth(s.horizon - s.u(0.2f), s.horizon, y);
        c.blend(y * c.width + x, t.mix(s.palette.haze(), air), Maths.unit(y + 1 - top));
      }
    }
  }

  private static void fall(Canvas c, Scene s, float cx, float lip, float half) {
    Tint white = s.inLight(Tint.of("#f7fbff")).mix(s.palette.horizon(), 0.12f);
    Tint blue = white.scale(0.66f).mix(s.palette.water(), 0.45f);
    for (int y = Math.max(0, (int) lip); y < Math.min(c.height, s.horizon + s.u(0.03f)); y++) {
      c.breathe();
      float left = cx - edge(s, y, lip, half, 0);
      float right = cx + edge(s, y, lip, half, 1);
      float down = (y - lip) / s.u(1);
      for (int x = Math.max(0, (int) left - 1); x < Math.min(c.width, right + 1); x++) {
        float u = (x - cx) / s.u(1);
        float strands = s.noise.fractal(u * 44, down * 3.4f - u * 2, 4);
        float broad = s.noise.fractal(u * 14 + 7, down * 1.6f, 2);
        float k = Maths.unit(0.62f + strands * 0.75f + broad * 0.4f);
        float soft =
            Maths.smooth(left - 1, left + s.u(0.012f), x)
                * Maths.smooth(right + 1, right - s.u(0.012f), x);
        float start = Maths.smooth(lip - 1, lip + s.u(0.015f), y + s.u(0.008f) * strands);
        c.blend(y * c.width + x, blue.mix(white, k), soft * start * 0.96f);
      }
    }
  }

  private static void mist(Canvas c, Scene s, float cx, float half) {
    Tint white = s.inLight(Tint.of("#f7fbff")).mix(s.palette.haze(), 0.3f);
    Rng rng = s.rng("spray");
    for (int i = 0; i < s.many(90); i++) {
      float x = cx + rng.bell() * half * 1.1f;
      float y = s.horizon - Math.abs(rng.bell()) * s.u(0.022f) + s.u(0.016f);
      float r = s.u(rng.range(0.02f, 0.055f));
      for (float k = 1; k > 0.2f; k -= 0.2f) {
        c.ellipse(x, y, r * k, r * k * 0.7f, white, 0.028f);
      }
    }
  }
}
