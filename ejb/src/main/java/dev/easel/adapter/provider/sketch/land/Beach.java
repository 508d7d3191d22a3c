package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The strip where the sea runs out: foam, wet sand that mirrors, dry sand at the viewer's feet. */
public final class Beach implements Layer {

  private static float shore(Scene s, float x) {
    float share = s.side < 0 ? x / s.width : 1 - x / s.width;
    float bow = s.height * (0.93f - 0.20f * Maths.smooth(1.05f, 0, share));
    float u = x / s.u(1);
    float wave = s.noise.fractal(u * 1.4f, 5, 3) * 0.030f + Maths.sin(u * 9 + 1) * 0.004f;
    return bow + s.u(wave);
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Tint dry = s.inLight(Tint.of("#e9cfa0"));
    Tint wet = dry.scale(0.58f).mix(s.palette.water(), 0.25f);
    Tint foam = s.inLight(Tint.of("#fbfdff")).mix(s.palette.horizon(), 0.2f);
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      float edge = shore(s, x);
      int from = Math.max((int) s.horizon + 2, (int) (edge - s.u(0.17f)));
      for (int y = from; y < c.height; y++) {
        float d = (y - edge) / s.u(1);
        float u = x / s.u(1);
        float v = y / s.u(1);
        int i = y * c.width + x;
        if (d > 0) {
          sand(c, s, i, d, u, v, dry, wet);
        }
        foam(c, s, i, d, u, v, foam);
      }
    }
  }

  private static void sand(
      Canvas c, Scene s, int i, float d, float u, float v, Tint dry, Tint wet) {
    float n = s.noise.fractal(u * 7, v * 11, 4);
    float fine = s.noise.at(u * 130, v * 130) * 0.045f;
    float k = Maths.smooth(0.02f, 0.085f, d + n * 0.02f);
    float m = 1 + n * 0.09f + fine - 0.28f * Maths.unit(d * 1.6f);
    Tint t = wet.mix(dry, k).scale(m);
    c.blend(i, t, 0.62f + 0.38f * k);
  }

  private static void foam(Canvas c, Scene s, int i, float d, float u, float v, Tint foam) {
    float lace = s.noise.ridged(u * 13, v * 17, 3);
    float run = s.noise.fractal(u * 3, 9, 2) * 0.014f;
    float front = Maths.bell(d - run, 0.0055f) * 0.95f;
    float behind = Maths.smooth(-0.055f, 0, d - run) * (d < run ? 1 : 0);
    float second = Maths.bell(d + 0.085f + run * 1.6f, 0.008f) * 0.85f;
    float trail = Maths.smooth(-0.15f, -0.085f, d + run) * (d < -0.08f ? 0.7f : 0);
    float k = front + second + (behind + trail) * Maths.smooth(0.62f, 0.95f, lace) * 0.75f;
    if (k > 0.01f) {
      c.blend(i, foam, Math.min(0.95f, k));
    }
    if (d > run && d < run + 0.012f) {
      c.blend(i, s.palette.near(), 0.16f * Maths.smooth(run + 0.012f, run, d));
    }
  }
}
