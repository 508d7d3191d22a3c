package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Table mountains with coloured strata, tier behind tier, as canyons have them. */
public final class Mesas implements Layer {

  private static final int COUNT = 5;

  @Override
  public void paint(Canvas c, Scene s) {
    float[] next = line(s, 0);
    for (int k = 0; k < COUNT; k++) {
      float[] line = next;
      next = line(s, k + 1);
      tier(c, s, k, line, next);
    }
  }

  private static float[] line(Scene s, int k) {
    float f = k / (float) (COUNT - 1);
    float[] line = new float[s.width];
    float base = s.horizon + (s.height - s.horizon) * (0.05f + 0.80f * f * f);
    for (int x = 0; x < s.width; x++) {
      float u = x / s.u(1) * (2.2f - 1.1f * f) + k * 21.1f;
      float n = s.noise.fractal(u, k * 9.1f, 3) + 0.04f * s.noise.at(u * 14, 3);
      float steps = Maths.smooth(-0.12f, -0.02f, n) * 0.5f + Maths.smooth(0.16f, 0.24f, n) * 0.5f;
      float share = s.side < 0 ? x / (float) s.width : 1 - x / (float) s.width;
      float gate = k < 3 ? 1 : Maths.smooth(0.22f, 0.5f, Math.abs(share - 0.56f)) * 1.5f;
      float rough = s.noise.fractal(u * 9, 40 + k, 3) * 0.012f;
      float rise = s.u((0.22f + 0.12f * f) * steps * gate + rough);
      line[x] = k >= COUNT ? s.height + 2 : base - rise - s.u(0.01f);
    }
    return line;
  }

  private static void tier(Canvas c, Scene s, int k, float[] line, float[] next) {
    float f = k / (float) (COUNT - 1);
    Tint red = s.inLight(s.own(Motif.CANYON, Tint.of("#c4623a")));
    Tint pale = s.inLight(Tint.of("#e9b27a"));
    Tint dark = red.scale(0.42f).mix(s.palette.zenith(), 0.22f);
    float air = 0.66f * (1 - f) * (1 - f) + 0.04f;
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      for (int y = Math.max(0, Maths.floor(line[x])); y < Math.min(c.height, next[x] + 2); y++) {
        float u = x / s.u(1);
        float v = y / s.u(1);
        float bend = s.noise.at(u * 1.5f, v * 3 + k) * 0.05f;
        float bands = s.noise.fractal(k * 5 + 0.8f * u, (v + bend) * 17, 4);
        float cracks =
            s.noise.ridged(u * 6.5f + k * 3 + 0.7f * s.noise.at(u * 5, v * 5), v * 1.1f + k, 4);
        float depth = (y - line[x]) / s.u(0.2f);
        float face = Maths.unit(0.52f + bands * 0.30f - (cracks - 0.55f) * 0.85f);
        Tint rock = dark.mix(red, Maths.unit(face * 1.5f)).mix(pale, Maths.unit(bands * 0.9f));
        float top = Maths.exp(-Math.max(0, depth) * 16) * 0.30f;
        float mist = Maths.unit(air + Maths.unit(depth) * 0.30f * (1 - f));
        Tint t = rock.mix(s.palette.sun(), top * s.light.strength()).mix(s.palette.haze(), mist);
        float warm = s.lit(x, y) * 0.24f * (1 - f * 0.6f);
        c.blend(y * c.width + x, t.plus(s.palette.sun(), warm), Maths.unit(y + 1 - line[x]));
      }
    }
  }
}
