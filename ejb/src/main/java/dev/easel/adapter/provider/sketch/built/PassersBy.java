package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.figure.Coatwork;
import dev.easel.adapter.provider.sketch.figure.FigurePainter;
import dev.easel.adapter.provider.sketch.figure.Pose;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** People under umbrellas, small in the distance. */
final class PassersBy {

  private static final Tint[] NEON = Street.NEON;

  private PassersBy() {}

  static void paint(Canvas c, Scene s, float vx, float vy) {
    if (!s.allows(Motif.PERSON)) {
      return;
    }
    Rng rng = s.rng("people");
    float[] near = {0.10f, 0.13f, 0.18f, 0.26f, 0.42f};
    for (int i = 0; i < near.length; i++) {
      float k = near[i];
      float x = vx + s.u(0.40f) * k * rng.range(-0.75f, 0.75f) * (i == 4 ? 0.5f : 1);
      float y = vy + s.u(0.20f) * k * 1.02f;
      float size = s.u(0.30f) * k;
      Tint dark = s.palette.near().mix(s.palette.haze(), 0.35f * (1 - k * 2));
      Coatwork coat = new Coatwork(dark, s.palette.horizon(), dark, 0.8f, 0);
      FigurePainter.paint("person", c, s, new Pose(x, y, size, rng.chance(0.5f)), coat);
      if (i == 4 || s.wants(Motif.RAIN)) {
        umbrella(c, x, y - size * 1.02f, size * 0.40f, NEON[i % NEON.length].scale(0.75f));
      }
    }
  }

  private static void umbrella(Canvas c, float x, float y, float r, Tint t) {
    Outline o =
        new Outline()
            .to(x - r, y + r * 0.35f)
            .curve(x - r * 0.9f, y - r * 0.5f, x, y - r * 0.55f)
            .curve(x + r * 0.9f, y - r * 0.5f, x + r, y + r * 0.35f)
            .curve(x + r * 0.66f, y + r * 0.14f, x + r * 0.33f, y + r * 0.33f)
            .curve(x, y + r * 0.14f, x - r * 0.33f, y + r * 0.33f)
            .curve(x - r * 0.66f, y + r * 0.14f, x - r, y + r * 0.35f);
    c.fill(
        o,
        (px, py, out) -> {
          float k = 0.75f + 0.35f * (px - x) / r + (y - py) / r * 0.3f;
          out[0] = t.r() * k;
          out[1] = t.g() * k;
          out[2] = t.b() * k;
        });
    c.stroke(x, y - r * 0.55f, 1, x, y + r * 0.9f, Math.max(0.8f, r * 0.04f), t.scale(0.4f), 0.9f);
  }
}
