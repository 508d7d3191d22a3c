package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** Petals or leaves adrift in the air, larger and softer the nearer they are. */
public record Petals(Tint[] colours, int count) implements Layer {

  @Override
  public void paint(Canvas c, Scene s) {
    Rng rng = s.rng("petals");
    for (int i = 0; i < s.many(count); i++) {
      float x = s.x(rng.next());
      float y = s.y(rng.range(0.22f, 1));
      float near = rng.next();
      float r = s.u(0.0016f + 0.0042f * near * near);
      float turn = rng.range(-0.9f, 0.9f);
      Tint t = colours[1 + rng.below(colours.length - 1)].plus(s.palette.sun(), s.lit(x, y) * 0.2f);
      c.stroke(x, y, r * 1.6f, x + r * 1.1f, y + r * turn, r * 0.7f, t, 0.85f);
    }
  }
}
