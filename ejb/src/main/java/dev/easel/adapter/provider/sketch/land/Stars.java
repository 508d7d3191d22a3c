package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Stars by the hundred, few of them bright; the Milky Way and a falling star on request. */
public final class Stars implements Layer {

  private static final Tint[] LIGHTS = {
    Tint.of("#ffffff"), Tint.of("#cfdcff"), Tint.of("#ffe9cf"), Tint.of("#bcd0ff")
  };

  @Override
  public void paint(Canvas c, Scene s) {
    if (s.wishes.hasAny(Motif.MILKY_WAY, Motif.NEBULA, Motif.STARS)) {
      band(c, s, s.wishes.hasAny(Motif.MILKY_WAY, Motif.NEBULA) ? 1 : 0.35f);
    }
    Rng rng = s.rng("stars");
    float more = s.wishes.hasAny(Motif.STARS, Motif.MILKY_WAY) ? 2.2f : 1;
    int count = s.many(520 * more * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < count; i++) {
      float x = s.x(rng.next());
      float y = s.horizon * rng.next();
      float magnitude = rng.next();
      star(c, s, x, y, magnitude, LIGHTS[rng.below(LIGHTS.length)]);
    }
    if (s.wants(Motif.COMET)) {
      comet(c, s, rng);
    }
  }

  private static void star(Canvas c, Scene s, float x, float y, float magnitude, Tint t) {
    float low = Maths.smooth(1f, 0.55f, y / s.horizon);
    float m3 = magnitude * magnitude * magnitude;
    float k = (0.18f + 0.82f * m3) * low * (1 - Math.min(0.8f, s.lit(x, y) * 1.2f));
    float size = s.u(0.0007f + 0.0013f * m3 * m3);
    c.disc(x, y, Math.max(0.45f, size), t, k);
    if (magnitude > 0.965f) {
      c.glow(x, y, s.u(0.014f), t, 0.35f * low);
      float ray = s.u(0.009f);
      c.stroke(x - ray, y, 0.3f, x + ray, y, 0.3f, t, 0.35f * low);
      c.stroke(x, y - ray, 0.3f, x, y + ray, 0.3f, t, 0.35f * low);
    }
  }

  private static void band(Canvas c, Scene s, float strength) {
    boolean gas = s.wants(Motif.NEBULA);
    Tint cool = Tint.of(gas ? "#8a5cf0" : "#8fa6e8");
    Tint warm = Tint.of(gas ? "#ff86b8" : "#e9c6c0");
    float slope = -0.75f * s.side;
    for (int y = 0; y < (int) s.horizon; y++) {
      float low = Maths.smooth(1f, 0.5f, y / s.horizon);
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1);
        float v = (y - s.horizon * 0.45f) / s.u(1);
        float across = (v - slope * u) * 0.8f;
        if (Math.abs(across) < 0.5f) {
          float wave = s.noise.fractal(u * 2.1f + 3, v * 2.1f, 2) * 0.06f;
          float body = Maths.bell(across + wave, 0.17f);
          float dust = Maths.smooth(0.02f, 0.4f, s.noise.fractal(u * 4 + 9, v * 4, 4));
          float lane = 1 - 0.75f * dust * Maths.bell(across + wave, 0.09f);
          float grainy = 0.75f + 0.5f * s.noise.fractal(u * 9, v * 9 + 30, 3);
          float k = body * lane * grainy * low * strength * 0.42f;
          c.add(y * c.width + x, cool.mix(warm, Maths.bell(across, 0.08f)), k);
        }
      }
    }
    Rng rng = s.rng("band");
    for (int i = 0; i < s.many(1500 * strength); i++) {
      float x = s.x(rng.next());
      float v = slope * (x - s.width * 0.5f) + rng.bell() * s.u(0.12f);
      float y = s.horizon * 0.45f + v;
      if (y < s.horizon * 0.95f) {
        c.disc(x, y, 0.5f, Tint.WHITE, rng.next() * 0.5f);
      }
    }
  }

  private static void comet(Canvas c, Scene s, Rng rng) {
    float x = s.from(rng.range(0.38f, 0.5f));
    float y = s.horizon * rng.range(0.30f, 0.38f);
    float dx = -s.side * s.u(0.30f);
    float dy = -s.u(0.17f);
    for (int i = 0; i < 40; i++) {
      float t = i / 40f;
      float k = (1 - t) * (1 - t) * 0.5f;
      float w = s.u(0.006f) * (1 - t) + 0.4f;
      c.stroke(
          x - dx * t,
          y + dy * t,
          w,
          x - dx * (t + 0.03f),
          y + dy * (t + 0.03f),
          w * 0.9f,
          Tint.WHITE,
          k);
    }
    c.glow(x, y, s.u(0.04f), Tint.WHITE, 0.9f);
  }
}
