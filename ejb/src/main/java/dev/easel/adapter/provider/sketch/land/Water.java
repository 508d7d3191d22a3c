package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Noise;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Everything below the waterline: the picture above, mirrored by moving water. */
public final class Water implements Layer {

  private final float roughness;

  /** {@code roughness} 0 is a mirror, 1 the open sea. */
  public Water(float roughness) {
    this.roughness = roughness;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    int top = Math.max(1, (int) s.horizon);
    Canvas above = c.copy();
    for (int y = top; y < c.height; y++) {
      c.breathe();
      row(c, above, s, top, y);
    }
    mist(c, s, top);
  }

  private void row(Canvas c, Canvas above, Scene s, int top, int y) {
    float t = (y + 0.5f - top) / (c.height - top);
    float depth = t * (c.height - top) / s.u(0.43f);
    float v = (float) StrictMath.log(depth + 0.035) * 5.5f;
    float spread = 1 / (depth + 0.10f);
    float sway = s.u(0.006f + 0.05f * depth) * (0.35f + roughness);
    float veil = Maths.unit(0.24f + 0.38f * t + 0.28f * roughness);
    int octaves = s.octaves(4);
    Noise noise = s.noise;
    Tint water = s.palette.water();
    float path = s.u(0.035f + 0.15f * depth);
    float crest = 0.28f * roughness + 0.05f;
    for (int x = 0; x < c.width; x++) {
      float u = (x - s.light.x()) / s.u(1) * spread * (1.3f + roughness);
      float n = noise.fractal(u, v, octaves);
      float fine = noise.at(u * 4.1f + 9, v * 3.1f + 4);
      int sx = Math.min(c.width - 1, Math.max(0, (int) (x + n * sway * 0.6f)));
      float back = (y - top) * (0.96f - 0.25f * roughness) + (n + fine * 0.3f) * sway;
      int sy = Math.min(top - 1, Math.max(0, top - 1 - (int) Math.max(0, back)));
      int from = sy * c.width + sx;
      int i = y * c.width + x;
      float k = Maths.unit(veil - n * crest);
      float band = Maths.bell(x + 0.5f - s.light.x() + n * sway, path);
      float spark = Maths.smooth(0.10f, 0.55f, n * 0.7f + fine * 0.5f + 0.06f);
      float glitter = band * spark * s.light.strength() * (s.light.moon() ? 0.75f : 1.05f);
      float lift = (n > 0 ? n : n * 0.5f) * crest * 0.8f;
      Tint sun = s.palette.sun();
      Tint sky = s.palette.horizon();
      c.blend(
          i,
          Maths.mix(above.red[from], water.r(), k) + sun.r() * glitter + sky.r() * lift,
          Maths.mix(above.green[from], water.g(), k) + sun.g() * glitter + sky.g() * lift,
          Maths.mix(above.blue[from], water.b(), k) + sun.b() * glitter * 0.9f + sky.b() * lift,
          1);
    }
  }

  private static void mist(Canvas c, Scene s, int top) {
    float reach = s.u(s.wants(Motif.FOG) ? 0.07f : 0.016f);
    float k = s.wants(Motif.FOG) ? 0.8f : 0.32f;
    for (int y = Math.max(0, (int) (top - 3 * reach));
        y < Math.min(c.height, top + 3 * reach);
        y++) {
      float a = Maths.bell(y - top, reach) * k;
      for (int x = 0; x < c.width; x++) {
        c.blend(y * c.width + x, s.palette.haze(), a);
      }
    }
  }
}
