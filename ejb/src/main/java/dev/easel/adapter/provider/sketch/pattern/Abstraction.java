package dev.easel.adapter.provider.sketch.pattern;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Pictures without a subject: flowing waves, marble, planes, a mandala. */
public final class Abstraction implements Layer {

  private final Motif kind;

  /** {@code kind} is one of the patterns. */
  public Abstraction(Motif kind) {
    this.kind = kind;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Inks inks = Inks.of(s);
    switch (kind) {
      case GEOMETRIC -> planes(c, s, inks);
      case MANDALA -> mandala(c, s, inks);
      case MARBLE -> marble(c, s, inks);
      default -> waves(c, s, inks);
    }
  }

  /** Silk: folded bands of colour with a light on every fold. */
  private static void waves(Canvas c, Scene s, Inks inks) {
    Rng rng = s.rng("waves");
    float turn = rng.range(-0.5f, 0.5f);
    float freq = rng.range(0.85f, 1.25f);
    float place = (s.wishes.fingerprint() >>> 20 & 255) * 0.83f;
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float u = (x - s.width * 0.5f) / s.u(1);
        float v = (y - s.height * 0.5f) / s.u(1);
        float a = s.noise.fractal(u * freq + place, v * freq, 2);
        float b = s.noise.fractal(u * freq * 0.8f - a * 1.5f + 9, v * freq + a * 1.2f, 2);
        float h = (v + turn * u + a * 0.55f + b * 0.45f) * 2.1f;
        float fold = h * 3.2f;
        float saw = fold - Maths.floor(fold);
        float lift = saw * saw * (3 - 2 * saw);
        float crest = Maths.bell(saw - 0.93f, 0.06f);
        float shade = 0.50f + 0.62f * lift;
        Tint t = inks.at(0.5f + 0.42f * Maths.sin(h * 1.1f + b * 1.3f)).scale(shade);
        c.blend(y * c.width + x, t.plus(inks.at(0.95f), crest * 0.40f), 1);
      }
    }
  }

  /** Stone cut open: warped veins with gold in the deepest. */
  private static void marble(Canvas c, Scene s, Inks inks) {
    float place = (s.wishes.fingerprint() >>> 20 & 255) * 0.83f;
    Tint gold = Tint.of("#e2bd6b");
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float u = x / s.u(1) * 1.35f + place;
        float v = y / s.u(1) * 1.35f;
        float a = s.noise.fractal(u, v, 4);
        float b = s.noise.fractal(u + 2.2f * a + 5, v + 1.7f * a + 1, 5);
        float d = s.noise.fractal(u + 2.6f * b, v - 2.1f * a + 7, 4);
        float vein = Maths.bell(d, 0.028f);
        float thread = Maths.bell(b + 0.14f, 0.012f);
        Tint t = inks.at(Maths.unit(0.48f + b * 0.75f + a * 0.25f)).scale(0.92f + 0.30f * d);
        t = t.mix(inks.at(0).scale(0.45f), vein * 0.55f);
        c.blend(y * c.width + x, t.mix(gold, thread * 0.85f), 1);
      }
    }
  }

  /** Overlapping discs and bars on a quiet ground. */
  private static void planes(Canvas c, Scene s, Inks inks) {
    Rng rng = s.rng("planes");
    Tint ground = inks.at(0.9f).mix(Tint.of("#f3ecdf"), 0.72f);
    for (int i = 0; i < c.red.length; i++) {
      c.blend(i, ground, 1);
    }
    float fx = s.from(0.62f);
    float fy = s.y(0.40f);
    shape(c, s, rng, inks, fx, fy, s.u(0.24f), 0, 0.92f);
    for (int i = 0; i < 22; i++) {
      float q = i / 22f;
      float x = Maths.mix(fx, s.x(rng.next()), 0.25f + 0.75f * rng.next());
      float y = Maths.mix(fy, s.y(rng.next()), 0.25f + 0.75f * rng.next());
      float r = s.u(0.17f * (1 - q) + 0.014f) * rng.range(0.6f, 1.3f);
      shape(c, s, rng, inks, x, y, r, 1 + rng.below(5), 0.84f);
    }
  }

  private static void shape(
      Canvas c, Scene s, Rng rng, Inks inks, float x, float y, float r, int look, float k) {
    Tint t = inks.at(rng.next());
    float a = rng.below(8) * Maths.PI / 8;
    float dx = Maths.cos(a);
    float dy = Maths.sin(a);
    switch (look) {
      case 0 -> c.fill(Outline.ellipse(x, y, r, r), t, k);
      case 1 -> {
        c.fill(Outline.ellipse(x, y, r, r), t, k);
        c.fill(Outline.ellipse(x, y, r * 0.55f, r * 0.55f), inks.at(rng.next()), k);
      }
      case 2 ->
          c.fill(
              new Outline()
                  .to(x + dx * r, y + dy * r)
                  .to(x - dy * r - dx * r * 0.5f, y + dx * r - dy * r * 0.5f)
                  .to(x + dy * r - dx * r * 0.5f, y - dx * r - dy * r * 0.5f),
              t,
              k);
      case 3 ->
          c.stroke(
              x - dx * r * 2.4f,
              y - dy * r * 2.4f,
              s.u(0.006f),
              x + dx * r * 2.4f,
              y + dy * r * 2.4f,
              s.u(0.006f),
              inks.at(0.02f).scale(0.5f),
              0.9f);
      case 4 ->
          c.fill(
              new Outline()
                  .to(x - dx * r * 1.5f - dy * r * 0.2f, y - dy * r * 1.5f + dx * r * 0.2f)
                  .to(x + dx * r * 1.5f - dy * r * 0.2f, y + dy * r * 1.5f + dx * r * 0.2f)
                  .to(x + dx * r * 1.5f + dy * r * 0.2f, y + dy * r * 1.5f - dx * r * 0.2f)
                  .to(x - dx * r * 1.5f + dy * r * 0.2f, y - dy * r * 1.5f - dx * r * 0.2f),
              t,
              k);
      default -> {
        Outline o = new Outline();
        for (int i = 0; i <= 24; i++) {
          float b = a + i * Maths.PI / 24;
          o.to(x + Maths.cos(b) * r, y + Maths.sin(b) * r);
        }
        c.fill(o, t, k);
      }
    }
  }

  /** A many-fold symmetric rosette. */
  private static void mandala(Canvas c, Scene s, Inks inks) {
    Rng rng = s.rng("mandala");
    int fold = 8 + 4 * rng.below(3);
    float slice = 2 * Maths.PI / fold;
    float cx = s.width * 0.5f;
    float cy = s.height * 0.5f;
    for (int y = 0; y < c.height; y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        float dx = (x - cx) / s.u(1);
        float dy = (y - cy) / s.u(1);
        float r = Maths.length(dx, dy);
        float a = (float) StrictMath.atan2(dy, dx) / slice;
        float q = Math.abs(a - Math.round(a)) * 2;
        float n = s.noise.fractal(r * 7 + 3, q * 1.9f, 3);
        float petals = Maths.sin(r * 42 + n * 4 + (1 - q) * (3 + 5 * r));
        float ring = Maths.sin(r * 21 + 2 * n);
        float line = Maths.bell(petals, 0.16f);
        Tint t =
            inks.at(Maths.unit(0.5f + 0.32f * ring + 0.22f * n))
                .scale(0.62f + 0.42f * Maths.unit(0.5f + 0.5f * petals));
        t = t.mix(inks.at(1).mix(Tint.WHITE, 0.4f), line * 0.75f);
        float out = Maths.smooth(0.47f, 0.56f, r + 0.025f * (1 - q));
        c.blend(y * c.width + x, t.mix(inks.at(0).scale(0.28f), out), 1);
      }
    }
  }
}
