package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.List;

/**
 * Leaves or blossoms as clusters of soft discs: a dark coat, a middle one, and lights on the side
 * that faces the light.
 *
 * @param colours from shadow to light; used as they are, so already seen in the scene's light
 * @param perTwig discs per twig and coat
 * @param spread radius of a cluster, share of the shorter side
 * @param size radius of a disc, share of the shorter side
 */
public record Foliage(Tint[] colours, float perTwig, float spread, float size) {

  public void paint(Canvas c, Scene s, Rng rng, List<Branches.Twig> twigs) {
    coat(c, s, rng, twigs, 0);
    coat(c, s, rng, twigs, 1);
    coat(c, s, rng, twigs, 2);
  }

  /** Only the shadow coat, to be laid before the wood. */
  public void behind(Canvas c, Scene s, Rng rng, List<Branches.Twig> twigs) {
    coat(c, s, rng, twigs, 0);
  }

  /** The coats in front of the wood. */
  public void before(Canvas c, Scene s, Rng rng, List<Branches.Twig> twigs) {
    coat(c, s, rng, twigs, 1);
    coat(c, s, rng, twigs, 2);
  }

  private void coat(Canvas c, Scene s, Rng rng, List<Branches.Twig> twigs, int coat) {
    float r = s.u(spread);
    float count = perTwig * (coat == 2 ? 0.8f : 1) * (0.35f + 0.65f * s.detail);
    float dx = s.light.x();
    for (Branches.Twig twig : twigs) {
      float toLight = dx > twig.x() ? 1 : -1;
      int n = (int) count + (rng.next() < count - (int) count ? 1 : 0);
      for (int i = 0; i < n; i++) {
        float gx = rng.bell();
        float gy = rng.bell();
        float shift = coat - 0.9f;
        float x = twig.x() + gx * r * 0.55f + toLight * shift * r * 0.16f;
        float y = twig.y() + gy * r * 0.5f - shift * r * 0.20f;
        disc(c, s, rng, x, y, coat, gy);
      }
    }
  }

  private void disc(Canvas c, Scene s, Rng rng, float x, float y, int coat, float low) {
    float lit = s.lit(x, y);
    float own = (coat + rng.range(-0.6f, 0.7f) - low * 0.22f) / 2 + lit * 0.26f - 0.12f;
    Tint t = pick(Maths.unit(own)).plus(s.palette.sun(), lit * lit * 0.26f);
    float radius = s.u(size) * rng.range(0.55f, 1.35f) * (coat == 0 ? 1.35f : 1);
    float squash = rng.range(0.65f, 1);
    c.ellipse(x, y, radius, radius * squash, t, coat == 0 ? 0.8f : 0.72f);
  }

  private Tint pick(float t) {
    float at = t * (colours.length - 1);
    int i = Math.min(colours.length - 2, (int) at);
    return colours[i].mix(colours[i + 1], at - i);
  }
}
