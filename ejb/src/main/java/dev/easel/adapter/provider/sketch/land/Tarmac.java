package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A wide paved plain, wet enough to mirror the sky and what stands on it. */
public final class Tarmac implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Tint stone = s.palette.near().mix(s.inLight(Tint.of("#6c6d74")), 0.55f);
    int top = (int) s.horizon;
    Canvas above = c.copy();
    for (int y = top; y < c.height; y++) {
      c.breathe();
      float t = (y - top) / (float) (c.height - top);
      float z = 1 / (t + 0.05f);
      int sy = Math.max(0, (int) (top - (y - top) * 0.9f));
      float shine = 0.42f * (1 - t) * (1 - t) + 0.10f;
      Tint row =
          stone.mix(s.palette.haze(), 0.45f * (1 - t) * (1 - t) * (1 - t)).scale(1.05f - 0.35f * t);
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1) * z;
        float n = s.noise.fractal(u * 1.4f, z * 1.8f, 4);
        float grit = s.noise.at(u * 26, z * 30) * 0.05f * t;
        float k = shine * Maths.unit(0.75f + n);
        int from = sy * c.width + Math.min(c.width - 1, Math.max(0, (int) (x + n * s.u(0.03f))));
        float m = 1 + n * 0.16f + grit;
        c.blend(
            y * c.width + x,
            Maths.mix(row.r() * m, above.red[from], k),
            Maths.mix(row.g() * m, above.green[from], k),
            Maths.mix(row.b() * m, above.blue[from], k),
            1);
      }
    }
    line(c, s, 0.30f);
  }

  private static void line(Canvas c, Scene s, float at) {
    Tint paint = s.inLight(Tint.of("#e9e4d4"));
    float y = s.horizon + at * (s.height - s.horizon);
    for (int i = -1; i < 8; i++) {
      float x = s.x(i / 6.5f);
      c.stroke(x, y, s.u(0.006f), x + s.x(0.085f), y, s.u(0.006f), paint, 0.55f);
    }
  }
}
