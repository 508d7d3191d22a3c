package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.List;
import java.util.Set;

/** The things on the table, each in its own way; together they make a composition. */
public final class Tableware implements Layer {

  private static final Set<Motif> TALL = Set.of(Motif.VASE, Motif.BOTTLE, Motif.LAMP, Motif.CANDLE);
  private final List<Motif> things;

  /** From the most to the least important. */
  public Tableware(List<Motif> things) {
    this.things = things;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    int n = Math.min(things.size(), 5);
    float gap = n > 1 ? Math.min(0.30f, 0.78f / n) : 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < n; i++) {
        boolean back = TALL.contains(things.get(i)) && n > 1;
        if (back == (pass == 0)) {
          float off = (i - (n - 1) / 2f) * gap * s.u(1) * s.side;
          float y = s.y(Studio.stand() - (back ? 0.05f : 0) + (i % 2) * 0.02f);
          thing(c, s, things.get(i), s.x(0.5f) + off, y, s.u(n == 1 ? 0.46f : 0.36f - 0.02f * n));
        }
      }
    }
  }

  private static void thing(Canvas c, Scene s, Motif motif, float x, float y, float size) {
    switch (motif) {
      case HEADPHONES -> new Headphones().paint(c, s, x, y, size * 1.35f);
      case CUP -> cup(c, s, x, y, size);
      case APPLE ->
          Fruits.fruit(
              c, s, x, y, size * 0.80f, Studio.seen(s, s.own(motif, Tint.of("#c4302b"))), 0);
      case PEAR -> Fruits.pear(c, s, x, y, size * 0.7f);
      case ORANGES -> Fruits.oranges(c, s, x, y, size * 0.5f);
      case VASE, FLOWERS, SUNFLOWERS, TULIPS -> vase(c, s, motif, x, y, size);
      case BOWL -> bowl(c, s, x, y, size);
      case BOTTLE -> bottle(c, s, x, y, size * 1.25f);
      case BOOK -> Household.books(c, s, x, y, size);
      case CANDLE -> Household.candle(c, s, x, y, size);
      case LAMP -> Household.lamp(c, s, x, y, size * 1.3f);
      case HAT -> Household.hat(c, s, x, y, size);
      default -> vase(c, s, motif, x, y, size);
    }
  }

  private static void cup(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, s.own(Motif.CUP, Tint.of("#e9e4da")));
    new Turned(new float[] {0.42f, 0, 0.48f, 0.03f, 0.50f, 0.05f}, t.scale(0.95f), 0.5f, false)
        .paint(c, s, x, y + k * 0.04f, k);
    for (int i = 0; i < 22; i++) {
      float a = -1.35f + i * 2.7f / 22;
      float b = -1.35f + (i + 1) * 2.7f / 22;
      float hx = x + s.side * k * 0.26f;
      float hy = y - k * 0.25f;
      Tint h = t.scale(0.62f + 0.3f * Maths.cos(a + 0.6f));
      c.stroke(
          hx + s.side * k * 0.16f * Maths.cos(a),
          hy + k * 0.12f * Maths.sin(a),
          k * 0.042f,
          hx + s.side * k * 0.16f * Maths.cos(b),
          hy + k * 0.12f * Maths.sin(b),
          k * 0.042f,
          h,
          1);
    }
    new Turned(
            new float[] {0.15f, 0.02f, 0.22f, 0.05f, 0.275f, 0.16f, 0.30f, 0.30f, 0.31f, 0.42f},
            t,
            0.85f,
            true)
        .paint(c, s, x, y, k);
    c.ellipse(x, y - k * 0.405f, k * 0.262f, k * 0.048f, Studio.seen(s, Tint.of("#4a2a17")), 1);
    c.ellipse(
        x - s.side * k * 0.08f,
        y - k * 0.412f,
        k * 0.10f,
        k * 0.014f,
        Studio.seen(s, Tint.of("#b98a5a")),
        0.5f);
    steam(c, s, x, y - k * 0.45f, k);
  }

  private static void steam(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, Tint.WHITE);
    for (int i = 0; i < 60; i++) {
      float q = i / 60f;
      for (int strand = -1; strand <= 1; strand++) {
        float wave =
            Maths.sin(q * 6.5f + strand * 1.9f) * k * 0.05f * (0.3f + q) + strand * k * 0.06f;
        float r = k * (0.018f + 0.04f * q);
        c.ellipse(
            x + wave, y - q * k * 0.62f, r, r * 1.4f, t, 0.028f * (1 - q) * Math.min(1, q * 6));
      }
    }
  }

  private static void vase(Canvas c, Scene s, Motif motif, float x, float y, float k) {
    Tint glaze = Studio.seen(s, s.own(Motif.VASE, Tint.of("#3f6f86")));
    boolean flowering =
        motif != Motif.VASE || s.wishes.hasAny(Motif.FLOWERS, Motif.SUNFLOWERS, Motif.TULIPS);
    float[] profile = {
      0.15f, 0, 0.19f, 0.03f, 0.27f, 0.20f, 0.29f, 0.36f, 0.22f, 0.56f, 0.12f, 0.70f, 0.115f, 0.78f,
      0.16f, 0.86f
    };
    Turned body = new Turned(profile, glaze, 0.9f, !flowering);
    body.paint(c, s, x, y, k);
    if (flowering) {
      Bouquet.paint(c, s, x, y - k * 0.85f, k);
    }
  }

  private static void bowl(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, s.own(Motif.BOWL, Tint.of("#4f7a86")));
    new Turned(
            new float[] {0.18f, 0, 0.17f, 0.04f, 0.32f, 0.10f, 0.46f, 0.22f, 0.52f, 0.34f},
            t,
            0.8f,
            true)
        .paint(c, s, x, y, k);
  }

  private static void bottle(Canvas c, Scene s, float x, float y, float k) {
    Tint glass = Studio.seen(s, s.own(Motif.BOTTLE, Tint.of("#2f5a41")));
    new Turned(
            new float[] {
              0.145f, 0, 0.155f, 0.03f, 0.155f, 0.30f, 0.150f, 0.46f, 0.085f, 0.58f, 0.050f, 0.66f,
              0.046f, 0.82f, 0.056f, 0.84f, 0.054f, 0.90f
            },
            glass,
            1,
            false)
        .paint(c, s, x, y, k);
    new Turned(
            new float[] {0.157f, 0, 0.157f, 0.20f}, Studio.seen(s, Tint.of("#eadfc8")), 0.1f, false)
        .label(c, s, x, y - k * 0.15f, k);
    new Turned(
            new float[] {0.040f, 0, 0.040f, 0.06f}, Studio.seen(s, Tint.of("#a5794e")), 0.1f, false)
        .label(c, s, x, y - k * 0.90f, k);
  }
}
