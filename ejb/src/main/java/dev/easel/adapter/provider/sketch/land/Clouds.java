package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Blur;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Palette;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * A deck of clouds seen in perspective: flatter and smaller towards the horizon, their edges lit
 * where they face the light. Computed at half size; clouds have no sharp edges to lose.
 */
public final class Clouds implements Layer {

  private static final int SHRINK = 2;

  @Override
  public void paint(Canvas c, Scene s) {
    float cover = cover(s);
    if (cover <= 0 || !s.allows(Motif.CLOUDS)) {
      return;
    }
    int w = (c.width + SHRINK - 1) / SHRINK;
    int h = Math.max(1, ((int) s.horizon + SHRINK - 1) / SHRINK + 1);
    float[] density = new float[w * h];
    float[] lit = new float[w * h];
    for (int y = 0; y < h; y++) {
      row(s, cover, y, w, density, lit);
    }
    lay(c, s, w, h, density, lit);
  }

  private static float cover(Scene s) {
    if (s.wishes.hasAny(Motif.STORM, Motif.LIGHTNING)) {
      return 0.95f;
    }
    if (s.wishes.hasAny(Motif.CLOUDS, Motif.RAIN)) {
      return 0.8f;
    }
    if (s.wants(Motif.CLEAR)) {
      return 0;
    }
    if (s.wishes.hasAny(Motif.STARS, Motif.AURORA, Motif.MILKY_WAY)) {
      return 0.14f;
    }
    return s.light.moon() ? 0.32f : 0.5f;
  }

  private static void row(Scene s, float cover, int y, int w, float[] density, float[] lit) {
    float py = y * SHRINK + 1f;
    float up = Math.max(0, (s.horizon - py) / s.height);
    float far = 1 / (0.16f + up * 1.25f);
    float fade = Maths.smooth(0.0f, 0.10f, up) * (0.55f + 0.45f * Maths.smooth(0.75f, 0.3f, up));
    float v = far * 1.55f;
    int octaves = s.octaves(5);
    float lightUp = Math.max(0, (s.horizon - s.light.y()) / s.height);
    for (int x = 0; x < w; x++) {
      float px = x * SHRINK + 1f;
      float u = (px - s.width * 0.5f) / s.u(1) * far * 0.62f;
      float bend = s.noise.fractal(u * 0.6f + 40, v * 0.9f, 2) * 0.7f;
      float n = s.noise.fractal(u + bend, v + 7 + bend * 0.4f, octaves);
      float d = Maths.smooth(0.42f - cover * 0.72f, 0.95f - cover * 0.5f, n + 0.12f) * fade;
      int i = y * w + x;
      density[i] = d;
      if (d > 0.003f) {
        float towards = Maths.clamp((s.light.x() - px) / s.u(0.22f), -1, 1) * 0.10f;
        float rise = Maths.clamp((up - lightUp) / 0.10f, -1, 1) * 0.11f;
        float n2 = s.noise.fractal(u + bend + towards, v + 7 + bend * 0.4f + rise, 3);
        lit[i] = Maths.unit(0.5f + (n - n2) * 1.5f);
      }
    }
  }

  private static void lay(Canvas c, Scene s, int w, int h, float[] density, float[] lit) {
    Palette p = s.palette;
    boolean heavy = s.wishes.hasAny(Motif.STORM, Motif.LIGHTNING, Motif.RAIN);
    Tint shadow = p.middle().mix(p.zenith(), 0.35f).scale(heavy ? 0.55f : 0.86f);
    Tint bright = p.horizon().mix(p.sun(), s.light.moon() ? 0.15f : 0.55f);
    float strength = heavy ? 0.92f : s.light.moon() ? 0.6f : 0.8f;
    for (int y = 0; y < Math.min(c.height, (int) s.horizon); y++) {
      for (int x = 0; x < c.width; x++) {
        float fx = (x - 0.5f) / SHRINK;
        float fy = (y - 0.5f) / SHRINK;
        float d = Blur.sample(density, w, h, fx, fy);
        if (d > 0.004f) {
          float edge = Blur.sample(lit, w, h, fx, fy);
          float near = s.lit(x, y);
          float k =
              Maths.unit(edge * (0.45f + near * 1.1f) + near * 0.35f - d * (heavy ? 0.5f : 0.12f));
          float gild = near * edge * (1 - d) * 0.9f;
          int i = y * c.width + x;
          float a = d * strength;
          c.blend(
              i,
              Maths.mix(shadow.r(), bright.r(), k) + p.sun().r() * gild * 0.4f,
              Maths.mix(shadow.g(), bright.g(), k) + p.sun().g() * gild * 0.4f,
              Maths.mix(shadow.b(), bright.b(), k) + p.sun().b() * gild * 0.4f,
              a);
        }
      }
    }
  }
}
