package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Turns a sheet of water into a river by the land on both of its sides. */
public final class RiverBanks implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Tint grass = Meadow.grass(s);
    Tint near = grass.scale(0.55f).mix(s.palette.near(), 0.35f);
    Tint soil = s.palette.near().mix(s.inLight(Tint.of("#6a5238")), 0.4f);
    float vx = s.from(0.60f);
    for (int y = (int) s.horizon; y < c.height; y++) {
      c.breathe();
      float t = Maths.unit((y - s.horizon) / (s.height - s.horizon));
      float z = 1 / (t + 0.07f);
      float bend = Maths.sin(t * 4.4f + 0.5f) * s.u(0.17f) * t * (1.25f - t) * 1.8f * s.side;
      float mid = vx + (s.width * 0.56f - vx) * t + bend;
      float half = s.u(0.006f + 0.05f * t + 0.30f * t * t);
      Tint row =
          grass
              .mix(s.palette.haze(), 0.55f * (1 - t) * (1 - t))
              .mix(near, Maths.smooth(0.25f, 1, t));
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1) * z;
        float n = s.noise.fractal(u * 1.4f, z * 3.1f, 3);
        float away = Math.abs(x - mid) - half - n * s.u(0.05f) * t;
        float rim = Maths.smooth(s.u(0.022f) * (t + 0.1f), 0, away);
        float light = s.lit(x, y) * 0.34f * (0.75f + n);
        Tint own = row.scale(1 + n * 0.3f).mix(soil, rim * 0.75f).plus(s.palette.sun(), light);
        c.blend(y * c.width + x, own, Maths.smooth(-1, s.u(0.002f) + 1, away));
      }
    }
  }
}
