package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A willow over the water: a branching crown with hanging strands. */
public final class Willow implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng("willow");
    float size = s.u(0.80f);
    Branches tree =
        new Branches(rng, new Branches.Habit(0.46f, 0.76f, 6, 0.05f))
            .grow(s.from(0.12f), s.y(0.94f), -s.side * 0.12f, size * 0.27f, size * 0.06f);
    Tint[] leaf = LeafColours.of(s, Motif.WILLOW);
    strands(c, s, rng, tree, leaf, 0);
    tree.paint(c, s, s.palette.near().mix(s.inLight(Tint.of("#4a3b2c")), 0.35f));
    strands(c, s, rng, tree, leaf, 1);
  }

  private static void strands(Canvas c, Scene s, Rng rng, Branches tree, Tint[] leaf, int coat) {
    for (Branches.Twig twig : tree.twigs) {
      for (int k = 0; k < 2; k++) {
        float x = twig.x() + rng.bell() * s.u(0.012f);
        float y = twig.y();
        float l = s.u(rng.range(0.12f, 0.34f));
        float sway = rng.bell() * s.u(0.012f) - s.side * s.u(0.008f);
        strand(c, s, rng, x, y, l, sway, leaf[coat + rng.below(leaf.length - coat)]);
      }
    }
  }

  private static void strand(
      Canvas c, Scene s, Rng rng, float x, float y, float l, float sway, Tint t) {
    int leaves = 11;
    float step = l / leaves;
    for (int i = 0; i < leaves; i++) {
      float q = i / (float) leaves;
      float px = x + sway * q * q;
      float py = y + l * q;
      float hand = (i & 1) == 0 ? 1 : -1;
      Tint own = t.scale(rng.range(0.85f, 1.1f)).plus(s.palette.sun(), s.lit(px, py) * 0.22f);
      float w = s.u(0.0042f) * (1.1f - 0.6f * q);
      c.stroke(px, py, w * 0.4f, px + hand * step * 0.28f, py + step * 1.05f, w, own, 0.85f);
      c.stroke(px, py, w * 0.4f, px + sway / leaves, py + step, w * 0.4f, own.scale(0.8f), 0.9f);
    }
  }
}
