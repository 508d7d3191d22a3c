package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
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
          fruit(c, s, x, y, size * 0.62f, Studio.seen(s, s.own(motif, Tint.of("#c4302b"))), 0);
      case PEAR -> pear(c, s, x, y, size * 0.7f);
      case ORANGES -> oranges(c, s, x, y, size * 0.5f);
      case VASE, FLOWERS, SUNFLOWERS, TULIPS -> vase(c, s, motif, x, y, size);
      case BOWL -> bowl(c, s, x, y, size);
      case BOTTLE -> bottle(c, s, x, y, size * 1.25f);
      case BOOK -> books(c, s, x, y, size);
      case CANDLE -> candle(c, s, x, y, size);
      case LAMP -> lamp(c, s, x, y, size * 1.3f);
      case HAT -> hat(c, s, x, y, size);
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

  private static void fruit(Canvas c, Scene s, float x, float y, float k, Tint t, int look) {
    float r = k * 0.36f;
    Studio.shadow(c, s, x, y, r, k * 0.6f);
    float cy = y - r * 0.92f;
    Tint sun = Studio.seen(s, Tint.WHITE);
    c.fill(
        look == 0
            ? Outline.smooth(
                x,
                cy - r * 0.78f,
                x + r * 0.45f,
                cy - r * 0.96f,
                x + r * 1.02f,
                cy - r * 0.35f,
                x + r * 0.88f,
                cy + r * 0.55f,
                x + r * 0.34f,
                cy + r * 0.98f,
                x,
                cy + r * 0.90f,
                x - r * 0.34f,
                cy + r * 0.98f,
                x - r * 0.88f,
                cy + r * 0.55f,
                x - r * 1.02f,
                cy - r * 0.35f,
                x - r * 0.45f,
                cy - r * 0.96f)
            : Outline.ellipse(x, cy, r, r),
        (px, py, out) -> {
          float u = (px - x) / r;
          float v = (py - cy) / r;
          float z = Maths.root(Math.max(0, 1.08f - u * u - v * v));
          float d = Maths.unit(-s.side * u * 0.55f - v * 0.5f + z * 0.55f);
          float grain =
              look == 0
                  ? s.noise.fractal(u * 7 / (0.35f + z), v * 1.3f, 3)
                  : s.noise.at(u * 30, v * 30) * 0.35f;
          float k2 = 0.22f + 0.95f * d;
          float sx = u + s.side * 0.38f;
          float sy = v + 0.45f;
          float spec = Maths.exp(-(sx * sx + sy * sy) * 26) * 0.75f;
          Tint own =
              t.mix(
                  look == 0 ? Tint.of("#e5b84a").times(sun) : t,
                  look == 0 ? Maths.smooth(0.1f, 0.6f, grain - v * 0.3f) * 0.6f : 0);
          float m = k2 * (1 + grain * 0.12f);
          float dip =
              look == 0 ? 0.5f * Maths.exp(-(u * u * 10 + (v + 0.84f) * (v + 0.84f) * 26)) : 0;
          out[0] = own.r() * (m - dip) + sun.r() * spec;
          out[1] = own.g() * (m - dip) + sun.g() * spec;
          out[2] = own.b() * (m - dip) + sun.b() * spec;
        });
    if (look == 0) {
      c.stroke(
          x,
          cy - r * 0.80f,
          r * 0.10f,
          x + r * 0.14f,
          cy - r * 1.28f,
          r * 0.12f,
          Studio.seen(s, Tint.of("#4c3322")),
          1);
      c.fill(
          new Outline()
              .to(x + r * 0.10f, cy - r * 1.1f)
              .curve(x + r * 0.45f, cy - r * 1.55f, x + r * 0.85f, cy - r * 1.25f)
              .curve(x + r * 0.5f, cy - r * 0.98f, x + r * 0.10f, cy - r * 1.1f),
          Studio.seen(s, Tint.of("#5e8c3a")),
          1);
    }
  }

  private static void pear(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, s.own(Motif.PEAR, Tint.of("#b9b545")));
    new Turned(
            new float[] {
              0.16f, 0, 0.30f, 0.08f, 0.36f, 0.25f, 0.30f, 0.46f, 0.18f, 0.64f, 0.13f, 0.78f, 0.05f,
              0.86f, 0f, 0.87f
            },
            t,
            0.35f,
            false)
        .paint(c, s, x, y, k);
    c.stroke(
        x,
        y - k * 0.85f,
        k * 0.03f,
        x + k * 0.06f,
        y - k * 1.02f,
        k * 0.035f,
        Studio.seen(s, Tint.of("#4c3322")),
        1);
  }

  private static void oranges(Canvas c, Scene s, float x, float y, float k) {
    Tint t = Studio.seen(s, Tint.of("#ee8a1e"));
    fruit(c, s, x - k * 0.30f, y - k * 0.08f, k, t.scale(0.95f), 1);
    fruit(c, s, x + k * 0.44f, y - k * 0.03f, k, t, 1);
    fruit(c, s, x + k * 0.05f, y + k * 0.14f, k, t.scale(1.04f), 1);
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

  private static void books(Canvas c, Scene s, float x, float y, float k) {
    Tint[] covers = {s.own(Motif.BOOK, Tint.of("#7d2f2b")), Tint.of("#2d4a63"), Tint.of("#6b6a3a")};
    Studio.shadow(c, s, x, y, k * 0.46f, k * 0.3f);
    for (int i = 0; i < 3; i++) {
      float w = k * (0.92f - 0.09f * i);
      float h = k * 0.125f;
      float bx = x - w / 2 + (i == 1 ? k * 0.04f : -k * 0.02f * i) * s.side;
      float by = y - h * (i + 1) + k * 0.02f;
      book(c, s, bx, by, w, h, Studio.seen(s, covers[i]));
    }
  }

  private static void book(Canvas c, Scene s, float x, float y, float w, float h, Tint cover) {
    Tint paper = Studio.seen(s, Tint.of("#e9dfc8"));
    float d = h * 0.62f;
    c.fill(
        new Outline().to(x, y).to(x + w, y).to(x + w - d * 0.9f, y - d).to(x + d * 0.9f, y - d),
        cover.scale(1.12f),
        1);
    c.fill(Outline.rectangle(x, y, w, h), cover.scale(0.72f), 1);
    c.fill(
        Outline.rectangle(x + w * 0.035f, y + h * 0.13f, w * 0.965f, h * 0.74f),
        paper.scale(0.82f),
        1);
    for (int i = 1; i < 9; i++) {
      float py = y + h * (0.13f + 0.74f * i / 9f);
      c.stroke(x + w * 0.04f, py, 0.6f, x + w, py, 0.6f, paper.scale(0.58f), 0.5f);
    }
    c.stroke(
        x + w * 0.02f,
        y + h * 0.02f,
        h * 0.12f,
        x + w * 0.02f,
        y + h * 0.97f,
        h * 0.12f,
        cover.scale(0.9f),
        1);
    c.stroke(x, y + h * 0.04f, h * 0.09f, x + w, y + h * 0.04f, h * 0.09f, cover, 1);
    c.stroke(x, y + h * 0.95f, h * 0.09f, x + w, y + h * 0.95f, h * 0.09f, cover.scale(0.7f), 1);
  }

  private static void candle(Canvas c, Scene s, float x, float y, float k) {
    Tint wax = Studio.seen(s, s.own(Motif.CANDLE, Tint.of("#efe4cb")));
    Tint flame = Tint.of("#ffb347");
    c.glow(x, y - k * 0.86f, k * 2.3f, flame, 0.42f);
    new Turned(
            new float[] {0.24f, 0, 0.26f, 0.03f, 0.12f, 0.06f},
            Studio.seen(s, Tint.of("#a5823f")),
            1,
            false)
        .paint(c, s, x, y, k);
    new Turned(new float[] {0.095f, 0, 0.092f, 0.66f}, wax, 0.25f, true)
        .label(c, s, x, y - k * 0.04f, k);
    c.stroke(x, y - k * 0.69f, k * 0.012f, x, y - k * 0.75f, k * 0.01f, Tint.of("#2a1c14"), 1);
    for (int i = 0; i < 12; i++) {
      float q = i / 12f;
      float r = k * 0.042f * (1 - 0.72f * q);
      c.ellipse(
          x,
          y - k * (0.765f + 0.10f * q),
          r,
          r * 1.35f,
          Tint.of("#ff9a3a").mix(Tint.of("#fff4c9"), 1 - q * 0.7f),
          0.55f);
    }
    c.glow(x, y - k * 0.79f, k * 0.35f, flame, 0.8f);
  }

  private static void lamp(Canvas c, Scene s, float x, float y, float k) {
    Tint brass = Studio.seen(s, Tint.of("#b08a45"));
    Tint shade = s.own(Motif.LAMP, Tint.of("#f4dfae"));
    new Turned(
            new float[] {
              0.17f, 0, 0.16f, 0.03f, 0.05f, 0.06f, 0.03f, 0.10f, 0.07f, 0.22f, 0.03f, 0.34f, 0.02f,
              0.46f
            },
            brass,
            1,
            false)
        .paint(c, s, x, y, k);
    c.glow(x, y - k * 0.55f, k * 1.5f, Tint.of("#ffd080"), 0.5f);
    c.fill(
        new Outline()
            .to(x - k * 0.27f, y - k * 0.42f)
            .to(x + k * 0.27f, y - k * 0.42f)
            .to(x + k * 0.15f, y - k * 0.74f)
            .to(x - k * 0.15f, y - k * 0.74f),
        (px, py, out) -> {
          float u = (px - x) / (k * 0.27f);
          float v = (y - py) / k - 0.42f;
          float m = 1.06f - 0.30f * u * u - v * 0.5f;
          out[0] = shade.r() * m;
          out[1] = shade.g() * m * 0.95f;
          out[2] = shade.b() * m * 0.82f;
        });
    c.ellipse(x, y - k * 0.42f, k * 0.27f, k * 0.022f, Tint.of("#fff6d8"), 0.9f);
  }

  private static void hat(Canvas c, Scene s, float x, float y, float k) {
    Tint felt = Studio.seen(s, s.own(Motif.HAT, Tint.of("#8a6a4a")));
    new Turned(
            new float[] {
              0.52f, 0, 0.53f, 0.02f, 0.30f, 0.05f, 0.285f, 0.10f, 0.26f, 0.30f, 0.20f, 0.38f,
              0.06f, 0.40f, 0f, 0.40f
            },
            felt,
            0.15f,
            false)
        .paint(c, s, x, y, k);
    new Turned(new float[] {0.292f, 0, 0.285f, 0.07f}, felt.scale(0.35f), 0.2f, false)
        .label(c, s, x, y - k * 0.05f, k);
  }
}
