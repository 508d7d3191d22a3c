package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Flowers: rows to the horizon, drifts in the grass, a border at the viewer's feet. */
public final class Flowers implements Layer {

  private static final Tint[] MIXED = {
    Tint.of("#e8433f"),
    Tint.of("#f6c945"),
    Tint.of("#f7f3ec"),
    Tint.of("#b06ad6"),
    Tint.of("#ef86b1"),
    Tint.of("#5f86e8")
  };

  private final Motif kind;
  private final float density;

  /** {@code density} 1 fills a meadow. */
  public Flowers(Motif kind, float density) {
    this.kind = kind;
    this.density = density;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    if (kind == Motif.LAVENDER || kind == Motif.TULIPS) {
      rows(c, s);
      return;
    }
    drifts(c, s);
  }

  private Tint colour(Scene s, Rng rng) {
    Tint base =
        switch (kind) {
          case LAVENDER -> Tint.of("#8a63d2");
          case SUNFLOWERS -> Tint.of("#f5bf1c");
          case TULIPS -> MIXED[rng.below(3)];
          default -> MIXED[rng.below(MIXED.length)];
        };
    return s.own(kind, base).scale(rng.range(0.82f, 1.1f));
  }

  private void drifts(Canvas c, Scene s) {
    Rng rng = s.rng("flowers");
    boolean sun = kind == Motif.SUNFLOWERS;
    float top = Math.max(s.horizon, s.height * 0.56f);
    int n = s.many((sun ? 1500 : 1250) * density * Math.max(1, s.width / (float) s.height));
    for (int i = 0; i < n; i++) {
      float t = 0.03f + 1.02f * (i / (float) n);
      t = sun ? t : Maths.root(t);
      float x = s.x(rng.next());
      float y = top + t * (s.height - top);
      float drift = s.noise.fractal(x / s.u(1) * 2.2f / (0.3f + t), t * 5 + 20, 2);
      if (sun || drift > -0.14f) {
        flower(c, s, rng, x, y, t);
      }
    }
  }

  /** A border along the lower edge, in the colour of another kind. */
  public void border(Canvas c, Scene s, Motif colour) {
    Rng rng = s.rng("border");
    Flowers kindred = new Flowers(colour == Motif.SUNFLOWERS ? colour : Motif.FLOWERS, density);
    for (int i = 0; i < s.many(230); i++) {
      float t = i / 230f;
      kindred.flower(c, s, rng, s.x(rng.next()), s.y(0.93f + 0.10f * t), 0.55f + 0.45f * t);
    }
  }

  private void flower(Canvas c, Scene s, Rng rng, float x, float y, float t) {
    boolean sun = kind == Motif.SUNFLOWERS;
    float r = s.u(0.0016f + (sun ? 0.024f : 0.0085f) * t * t) * rng.range(0.7f, 1.2f);
    float h = r * (sun ? 3.4f : 3.6f);
    Tint green = s.palette.near().mix(s.inLight(Tint.of("#4d7f35")), 0.5f);
    float lit = s.lit(x, y);
    Tint petal =
        s.inLight(colour(s, rng))
            .mix(s.palette.haze(), 0.30f * (1 - t))
            .plus(s.palette.sun(), lit * 0.16f);
    if (r > 1) {
      c.stroke(x, y, r * 0.22f, x, y - h, r * 0.16f, green, 0.9f);
      c.ellipse(x + r * 0.5f, y - h * 0.45f, r * 0.6f, r * 0.22f, green.scale(1.2f), 0.9f);
    }
    float cy = y - h;
    int petals = sun ? 15 : 6;
    if (r < 2.2f) {
      c.disc(x, cy, r, petal, 0.9f);
      return;
    }
    float turn = rng.next() * 6;
    for (int ring = 0; ring < 2; ring++) {
      for (int k = 0; k < petals; k++) {
        float a = turn + (k + ring * 0.5f) * 2 * Maths.PI / petals;
        float reach = r * (ring == 0 ? 0.95f : 0.72f);
        float shade = (ring == 0 ? 0.82f : 1.04f) * (0.92f - 0.14f * Maths.sin(a));
        float ex = x + Maths.cos(a) * reach;
        float ey = cy + Maths.sin(a) * reach * 0.82f;
        float w = r * (sun ? 0.24f : 0.62f);
        c.stroke(x, cy, w * 0.5f, ex, ey, w, petal.scale(shade), 0.95f);
      }
    }
    Tint heart = s.inLight(sun ? Tint.of("#4a2c14") : Tint.of("#f2c53d"));
    c.ellipse(x, cy, r * (sun ? 0.44f : 0.26f), r * (sun ? 0.38f : 0.22f), heart, 1);
    if (sun) {
      c.ellipse(x, cy, r * 0.26f, r * 0.22f, heart.scale(0.65f), 0.8f);
    }
  }

  /** Rows that run together at the horizon. */
  private void rows(Canvas c, Scene s) {
    Rng rng = s.rng("rows");
    float vx = s.from(0.60f);
    int rowCount = 17;
    float depth = s.height - s.horizon;
    int steps = s.many(150);
    for (int j = 0; j < steps; j++) {
      float t = (j + 1f) / steps;
      float near = t * t;
      float y = s.horizon + depth * (0.02f + 1.05f * near);
      for (int k = -rowCount; k <= rowCount; k++) {
        float x = vx + k * s.u(0.155f) * (near + 0.012f) * 1.5f;
        if (x > -s.u(0.1f) && x < s.width + s.u(0.1f)) {
          tuft(c, s, rng, x, y, near, Math.floorMod(k, 3));
        }
      }
    }
  }

  private void tuft(Canvas c, Scene s, Rng rng, float x, float y, float near, int row) {
    float r = s.u(0.0026f + 0.030f * near);
    Tint base = kind == Motif.LAVENDER ? Tint.of("#8560cf") : MIXED[row];
    Tint own = s.inLight(s.own(kind, base)).mix(s.palette.haze(), 0.42f * (1 - near));
    Tint green =
        s.palette
            .near()
            .mix(s.inLight(Tint.of("#567a3a")), 0.5f)
            .mix(s.palette.haze(), 0.35f * (1 - near));
    c.ellipse(x + r * 0.2f, y, r * 1.25f, r * 0.5f, green.scale(0.6f), 0.85f);
    int n = near > 0.25f ? 9 : near > 0.05f ? 5 : 3;
    for (int i = 0; i < n; i++) {
      float px = x + rng.bell() * r * 0.55f;
      float h = r * rng.range(0.7f, 1.5f);
      float lit = s.lit(px, y - h) * 0.35f;
      Tint t = own.scale(rng.range(0.62f, 1.15f)).plus(s.palette.sun(), lit);
      if (kind == Motif.LAVENDER) {
        c.stroke(
            px, y - h * 0.1f, r * 0.16f, px + rng.bell() * r * 0.1f, y - h, r * 0.24f, t, 0.92f);
      } else {
        c.stroke(px, y, r * 0.10f, px, y - h * 0.7f, r * 0.10f, green, 0.9f);
        c.ellipse(px, y - h, r * 0.24f, r * 0.34f, t, 0.95f);
        c.ellipse(
            px - r * 0.06f, y - h - r * 0.06f, r * 0.10f, r * 0.24f, t.mix(Tint.WHITE, 0.3f), 0.7f);
      }
    }
  }
}
