package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Places;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Open grassland in perspective; rows of one flower, or flowers scattered in drifts. */
public final class Meadow implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Tint grass = grass(s);
    int top = (int) s.horizon;
    for (int y = Math.max(0, top - 2); y < c.height; y++) {
      c.breathe();
      float t = Maths.unit((y - top) / (float) (c.height - top));
      float z = 1 / (t + 0.07f);
      Tint far = grass.mix(s.palette.haze(), 0.62f).mix(s.palette.sun(), 0.10f);
      Tint near = grass.scale(0.62f).mix(s.palette.near(), 0.35f);
      Tint row = far.mix(grass, Maths.smooth(0, 0.35f, t)).mix(near, Maths.smooth(0.3f, 1.05f, t));
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1) * z;
        float n = s.noise.fractal(u * 1.1f, z * 4.1f, 3);
        float light = s.lit(x, y) * 0.45f * (0.7f + n);
        float k = 1 + n * 0.30f;
        Tint sun = s.palette.sun();
        c.blend(
            y * c.width + x,
            row.r() * k + sun.r() * light,
            row.g() * k + sun.g() * light * 0.95f,
            row.b() * k + sun.b() * light * 0.6f,
            Maths.unit(y + 1 - s.horizon));
      }
    }
    if (s.allows(Motif.GRASS)) {
      blades(c, s, grass);
    }
  }

  public static Tint grass(Scene s) {
    if (s.wishes.hasAny(Motif.SAVANNA) || Places.of(s.wishes) == Motif.SAVANNA) {
      return s.inLight(Tint.of("#b58a3c"));
    }
    if (s.wants(Motif.AUTUMN)) {
      return s.inLight(Tint.of("#a8792f"));
    }
    if (s.wishes.hasAny(Motif.WINTER, Motif.SNOW)) {
      return s.inLight(Tint.of("#dfe7f1"));
    }
    return s.inLight(s.wants(Motif.SPRING) ? Tint.of("#86b84a") : Tint.of("#5f9440"));
  }

  private static void blades(Canvas c, Scene s, Tint grass) {
    Rng rng = s.rng("blades");
    int n = s.many(5200 * Math.max(1, s.width / (float) s.height));
    Tint tip = grass.mix(s.palette.sun(), 0.4f);
    Tint root = grass.scale(0.5f).mix(s.palette.near(), 0.4f);
    boolean tall = Places.of(s.wishes) == Motif.SAVANNA || s.wants(Motif.GRASS);
    for (int i = 0; i < n; i++) {
      float t = 0.12f + 0.93f * Maths.root(i / (float) n);
      float x = s.x(rng.next());
      float y = s.horizon + t * (s.height - s.horizon) + s.u(0.02f);
      float h = s.u(0.012f + 0.05f * t * t) * rng.range(0.5f, 1.3f) * (tall ? 1.7f : 1);
      float bend = (rng.bell() * 0.25f + 0.12f) * h;
      float light = s.lit(x, y);
      Tint body = root.mix(tip, Maths.unit(rng.next() * 0.55f + light * 0.6f));
      float w = s.u(0.0010f + 0.0022f * t * t);
      float k = 0.25f + 0.6f * t;
      c.stroke(x, y, w, x + bend * 0.3f, y - h * 0.6f, w * 0.8f, body, k);
      c.stroke(x + bend * 0.3f, y - h * 0.6f, w * 0.8f, x + bend, y - h, w * 0.2f, body, k);
    }
  }
}
