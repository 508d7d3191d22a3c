package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Dunes one behind the other, bright on the windward side, shadowed on the slip face. */
public final class Dunes implements Layer {

  private static final int COUNT = 5;

  @Override
  public void paint(Canvas c, Scene s) {
    float[] next = line(s, 0);
    for (int k = 0; k < COUNT; k++) {
      float[] line = next;
      next = line(s, k + 1);
      dune(c, s, k, line, next);
    }
  }

  private static float[] line(Scene s, int k) {
    float[] line = new float[s.width];
    float f = k / (float) (COUNT - 1);
    float base = s.horizon + (s.height - s.horizon) * (0.02f + 0.72f * f * f);
    for (int x = 0; x < s.width; x++) {
      float u = x / s.u(1) * (1.25f - 0.5f * f) + k * 13.3f;
      float crest = 1 - Math.abs(s.noise.at(u, k * 7.7f) + 0.25f * s.noise.at(u * 2.1f, k * 3f));
      line[x] = k >= COUNT ? s.height + 2 : base - s.u(0.07f + 0.13f * f) * crest * crest;
    }
    return line;
  }

  private static void dune(Canvas c, Scene s, int k, float[] line, float[] next) {
    float f = k / (float) (COUNT - 1);
    Tint sand = s.inLight(s.own(Motif.DESERT, Tint.of("#e0ab6a")));
    Tint lit = sand.mix(s.palette.sun(), 0.30f).mix(s.palette.haze(), 0.45f * (1 - f));
    Tint shade =
        sand.scale(0.46f).mix(s.palette.zenith(), 0.30f).mix(s.palette.haze(), 0.45f * (1 - f));
    float towards = s.light.x() > s.width * 0.5f ? 1 : -1;
    float span = s.u(0.05f);
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      int a = Math.max(0, x - (int) span);
      int b = Math.min(c.width - 1, x + (int) span);
      float slope = (line[b] - line[a]) / Math.max(1, b - a) * towards;
      for (int y = Math.max(0, Maths.floor(line[x])); y < Math.min(c.height, next[x] + 2); y++) {
        float depth = (y - line[x]) / s.u(0.16f);
        float u = x / s.u(1);
        float v = y / s.u(1);
        float sway = s.noise.fractal(u * 2.2f + k, v * 3.4f, 3);
        float face = Maths.smooth(-0.22f, 0.22f, slope * (1 - depth * 0.6f) + sway * 0.22f);
        float ripple = Maths.sin((v * 150 + u * 34 + sway * 22) * (0.55f + 0.5f * (1 - f)));
        float fine = 0.035f * f * ripple + 0.03f * s.noise.at(u * 90, v * 90);
        float k2 = Maths.unit(face + s.lit(x, y) * 0.3f);
        Tint t = shade.mix(lit, k2);
        float edge = Maths.exp(-Math.max(0, depth) * 14) * 0.16f * face;
        float m = 1 + fine + edge - 0.10f * Maths.unit(depth);
        c.blend(y * c.width + x, t.r() * m, t.g() * m, t.b() * m, Maths.unit(y + 1 - line[x]));
      }
    }
  }
}
