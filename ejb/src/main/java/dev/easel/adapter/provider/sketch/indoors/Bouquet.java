package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Cut flowers that stand in a vase. */
final class Bouquet {

  private static final Tint[] MIXED = {
    Tint.of("#d9485a"),
    Tint.of("#f2b84b"),
    Tint.of("#f3e9e4"),
    Tint.of("#c98ad0"),
    Tint.of("#ef8e79")
  };

  private Bouquet() {}

  static void paint(Canvas c, Scene s, float x, float y, float k) {
    Rng rng = s.rng("bouquet");
    Tint green = Studio.seen(s, Tint.of("#4d7a3c"));
    for (int i = 0; i < 26; i++) {
      float a = rng.range(-1.25f, 1.25f);
      float l = k * rng.range(0.25f, 0.62f);
      float ex = x + Maths.sin(a) * l;
      float ey = y - Maths.cos(a) * l;
      c.stroke(
          x, y + k * 0.02f, k * 0.014f, ex, ey, k * 0.010f, green.scale(rng.range(0.5f, 0.9f)), 1);
      leaf(c, rng, ex, ey, k * rng.range(0.09f, 0.16f), a, green.scale(rng.range(0.6f, 1.15f)));
    }
    for (int i = 0; i < 13; i++) {
      float q = i / 13f;
      float a = (i % 2 == 0 ? 1 : -1) * (0.12f + 1.0f * (1 - q)) * rng.range(0.7f, 1.1f);
      float l = k * (0.58f - 0.30f * q) * rng.range(0.85f, 1.12f);
      Motif kind =
          s.wants(Motif.SUNFLOWERS)
              ? Motif.SUNFLOWERS
              : s.wants(Motif.TULIPS) ? Motif.TULIPS : Motif.FLOWERS;
      Tint own = kind == Motif.SUNFLOWERS ? Tint.of("#f2b71f") : MIXED[rng.below(MIXED.length)];
      Tint petal = Studio.seen(s, s.own(kind, own));
      float fx = x + Maths.sin(a) * l;
      float fy = y - Maths.cos(a) * l;
      blossom(c, s, rng, fx, fy, k * rng.range(0.085f, 0.125f), petal, kind == Motif.SUNFLOWERS);
    }
  }

  private static void leaf(Canvas c, Rng rng, float x, float y, float l, float a, Tint t) {
    float b = a + rng.bell() * 0.6f;
    float mx = x + Maths.sin(b) * l * 0.5f;
    float my = y - Maths.cos(b) * l * 0.5f;
    c.stroke(x, y, 1, mx, my, l * 0.34f, t, 1);
    c.stroke(mx, my, l * 0.34f, x + Maths.sin(b) * l, y - Maths.cos(b) * l, 0.8f, t, 1);
    c.stroke(
        x,
        y,
        l * 0.03f,
        x + Maths.sin(b) * l * 0.9f,
        y - Maths.cos(b) * l * 0.9f,
        0.6f,
        t.scale(1.3f),
        0.6f);
  }

  private static void blossom(
      Canvas c, Scene s, Rng rng, float x, float y, float r, Tint t, boolean sun) {
    c.disc(x + s.side * r * 0.15f, y + r * 0.16f, r * 1.05f, t.scale(0.3f), 0.35f);
    int rings = sun ? 2 : 4;
    for (int ring = 0; ring < rings; ring++) {
      int petals = sun ? 15 : 9 - ring;
      float reach = r * (1 - ring * (sun ? 0.14f : 0.23f));
      float turn = rng.next() * 6;
      for (int i = 0; i < petals; i++) {
        float a = turn + i * 2 * Maths.PI / petals;
        float light =
            0.70f
                + 0.10f * ring
                + 0.20f * Maths.unit(0.5f - 0.5f * Maths.sin(a) - 0.5f * s.side * Maths.cos(a))
                + rng.range(-0.05f, 0.05f);
        float w = reach * (sun ? 0.20f : 0.52f);
        float ex = x + Maths.cos(a) * (reach - w * 0.4f);
        float ey = y + Maths.sin(a) * (reach - w * 0.4f) * 0.92f;
        c.stroke(x, y, w * 0.4f, ex, ey, w, t.scale(light), 0.96f);
      }
    }
    c.disc(x, y, r * (sun ? 0.40f : 0.13f), sun ? Tint.of("#3d2412") : t.scale(0.6f), 0.95f);
  }
}
