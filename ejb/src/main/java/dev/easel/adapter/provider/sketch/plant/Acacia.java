package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The umbrella tree of the savanna: a forked trunk under flat layers of leaves. */
public final class Acacia implements Layer {

  private final float at;
  private final float foot;
  private final float tall;

  /**
   * @param at share of the width from the near side
   * @param foot row of the root as a share of the height
   * @param tall height as a share of the shorter side
   */
  public Acacia(float at, float foot, float tall) {
    this.at = at;
    this.foot = foot;
    this.tall = tall;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng("acacia" + at);
    float x = s.from(at);
    float y = s.y(foot);
    float k = s.u(tall);
    float air = tall < 0.4f ? 0.30f : 0.04f;
    Tint wood =
        s.palette.near().mix(s.inLight(Tint.of("#4a3524")), 0.3f).mix(s.palette.haze(), air);
    Tint leaf =
        s.palette
            .near()
            .mix(s.inLight(s.own(Motif.TREE, Tint.of("#5a6a2e"))), 0.42f)
            .mix(s.palette.haze(), air);
    float fork = y - k * 0.42f;
    c.stroke(x, y, k * 0.072f, x - s.side * k * 0.03f, fork, k * 0.046f, wood, 1);
    for (int i = 0; i < 7; i++) {
      float q = (i - 3) / 3f;
      float ex = x + q * k * 0.50f;
      float ey = y - k * (0.86f - 0.10f * Math.abs(q)) + rng.bell() * k * 0.02f;
      float mx = x + q * k * 0.16f;
      float my = fork - k * 0.14f;
      c.stroke(x - s.side * k * 0.03f, fork, k * 0.034f, mx, my, k * 0.024f, wood, 1);
      c.stroke(mx, my, k * 0.024f, ex, ey, k * 0.008f, wood, 1);
    }
    for (int i = 0; i < s.many(1500); i++) {
      int tier = i % 3;
      float q = rng.bell() * 0.42f;
      float wide = tier == 0 ? 0.72f : tier == 1 ? 0.56f : 0.40f;
      float px = x + q * k * wide + (tier - 1) * k * 0.10f * s.side;
      float lens = Math.max(0, 1 - q * q * 0.9f);
      float py = y - k * (0.82f + 0.075f * tier) - rng.next() * k * 0.075f * lens;
      float lit = s.lit(px, py);
      Tint t =
          leaf.scale(rng.range(0.7f, 1.12f) + 0.08f * tier)
              .plus(s.palette.sun(), lit * lit * 0.45f);
      c.ellipse(px, py, k * rng.range(0.008f, 0.020f), k * rng.range(0.006f, 0.012f), t, 0.9f);
    }
  }
}
