package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Light;
import dev.easel.adapter.provider.sketch.stage.Palette;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The gradient of the air and the glow of the light in it. */
public final class Sky implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Palette p = s.palette;
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      float t = Maths.unit(y / s.horizon);
      t = t * (0.85f + 0.15f * t);
      Tint row =
          t < 0.6f
              ? p.zenith().mix(p.middle(), Maths.smooth(0, 1, t / 0.6f) * 0.5f + t / 1.2f)
              : p.middle().mix(p.horizon(), Maths.smooth(0, 1, (t - 0.6f) / 0.4f));
      row(c, s, y, row);
    }
  }

  private static void row(Canvas c, Scene s, int y, Tint base) {
    Light l = s.light;
    Tint warm = l.tint().mix(s.palette.horizon(), 0.45f);
    float wide = s.u(l.moon() ? 0.13f : 0.22f);
    float close = s.u(0.045f);
    float strength = l.strength() * (l.moon() ? 0.35f : 0.55f);
    float dy = y + 0.5f - l.y();
    for (int x = 0; x < c.width; x++) {
      float d = Maths.length(x + 0.5f - l.x(), dy * 1.15f);
      float far = Maths.exp(-d / wide) * strength;
      float core = l.disc() ? Maths.exp(-d / close) * strength * 0.8f : 0;
      int i = y * c.width + x;
      c.red[i] = base.r() + (warm.r() - base.r() * 0.35f) * far + l.tint().r() * core;
      c.green[i] = base.g() + (warm.g() - base.g() * 0.35f) * far + l.tint().g() * core;
      c.blue[i] = base.b() + (warm.b() - base.b() * 0.35f) * far + l.tint().b() * core;
      if (c.alpha != null) {
        c.alpha[i] = 1;
      }
    }
  }
}
