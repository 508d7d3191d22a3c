package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.land.Bank;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The near tree on one side of the picture: cherry, oak, birch or bare. */
public final class BroadTree implements Layer {

  private final Motif plant;
  private final float at;
  private final float foot;
  private final float tall;

  /**
   * @param at share of the width, seen from the picture's near side
   * @param foot row of the root as a share of the height
   * @param tall height as a share of the shorter side
   */
  public BroadTree(Motif plant, float at, float foot, float tall) {
    this.plant = plant;
    this.at = at;
    this.foot = foot;
    this.tall = tall;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng("tree" + plant + at);
    float size = s.u(tall) * rng.range(0.94f, 1.06f);
    float lean = -s.side * (at < 0.5f ? 0.14f : -0.06f) + rng.bell() * 0.05f;
    Branches.Habit habit =
        new Branches.Habit(0.44f, 0.765f, 8, plant == Motif.CHERRY ? 0.035f : 0.01f);
    Branches tree =
        new Branches(rng, habit).grow(s.from(at), s.y(foot), lean, size * 0.235f, size * 0.05f);
    Tint bark = bark(s);
    boolean bare = s.wants(Motif.WINTER) && plant != Motif.CHERRY;
    Foliage leaves = bare ? snow(s) : leaves(s);
    boolean plain = bare && !s.wishes.hasAny(Motif.SNOW, Motif.SNOWFALL);
    if (!plain) {
      leaves.behind(c, s, rng, tree.twigs);
    }
    tree.paint(c, s, bark);
    if (!plain) {
      leaves.before(c, s, rng, tree.twigs);
    }
    if (s.allows(Motif.GRASS)) {
      tufts(c, s, rng, size);
    }
  }

  /** Grass in front of the root, so that the tree stands in the meadow and not on it. */
  private void tufts(Canvas c, Scene s, Rng rng, float size) {
    Tint dark = Bank.earth(s).scale(0.9f);
    for (int i = 0; i < 70; i++) {
      float x = s.from(at) + rng.bell() * size * 0.055f;
      float y = s.y(foot) + size * rng.range(-0.01f, 0.03f);
      float h = size * rng.range(0.02f, 0.06f);
      float bend = rng.bell() * h * 0.3f;
      float w = s.u(0.0026f);
      Tint t = dark.mix(s.palette.sun(), rng.next() * 0.10f);
      c.stroke(x, y, w, x + bend, y - h, w * 0.2f, t, 1);
    }
  }

  private Tint bark(Scene s) {
    if (plant == Motif.BIRCH) {
      return s.inLight(Tint.of("#d9d6cc"));
    }
    return s.palette.near().mix(s.inLight(Tint.of("#3a2a22")), 0.35f);
  }

  private Foliage leaves(Scene s) {
    float k = tall / 0.8f;
    boolean blossom = plant == Motif.CHERRY;
    float per = blossom ? 7.5f : 7f;
    return new Foliage(
        LeafColours.of(s, plant), per, 0.034f * k, (blossom ? 0.0050f : 0.0054f) * k);
  }

  private Foliage snow(Scene s) {
    Tint white = s.inLight(Tint.of("#f2f5fb"));
    Tint[] t = {white.scale(0.75f), white.scale(0.9f), white, Tint.WHITE};
    return new Foliage(t, 1.2f, 0.012f, 0.0042f);
  }
}
