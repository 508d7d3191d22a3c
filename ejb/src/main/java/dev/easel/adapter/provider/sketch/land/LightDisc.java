package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Light;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The disc of sun or moon, the moon with its seas and its phase. */
public final class LightDisc implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Light l = s.light;
    if (!l.disc()) {
      return;
    }
    float radius = s.u(size(s));
    if (l.moon()) {
      moon(c, s, radius);
      return;
    }
    Tint bright = l.tint().scale(1.12f);
    c.fill(Outline.ellipse(l.x(), l.y(), radius, radius), bright, 0.96f);
  }

  private static float size(Scene s) {
    boolean asked = s.wishes.hasAny(Motif.SUN, Motif.MOON, Motif.CRESCENT);
    float base = s.light.moon() ? 0.042f : 0.038f;
    return asked ? base * (s.light.moon() ? 1.7f : 2f) : base;
  }

  private static void moon(Canvas c, Scene s, float radius) {
    Light l = s.light;
    boolean crescent = s.wants(Motif.CRESCENT);
    float shift = crescent ? radius * 0.55f * s.side : 0;
    c.fill(
        Outline.ellipse(l.x(), l.y(), radius, radius),
        (x, y, out) -> {
          float dx = (x + 0.5f - l.x()) / radius;
          float dy = (y + 0.5f - l.y()) / radius;
          float seas = s.noise.fractal(dx * 1.4f + 5, dy * 1.4f + 3, 4);
          float shade = 0.98f - Maths.smooth(-0.05f, 0.45f, seas) * 0.24f;
          shade *= 1 - 0.18f * (dx * dx + dy * dy);
          float k = 1;
          if (crescent) {
            float away = Maths.length(x + 0.5f - l.x() - shift, y + 0.5f - l.y() + radius * 0.12f);
            k = Maths.unit(away - radius * 0.92f + 0.5f);
          }
          out[0] = l.tint().r() * shade;
          out[1] = l.tint().g() * shade;
          out[2] = l.tint().b() * shade;
          out[3] = k;
        });
  }
}
