package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * An arched garden bridge between two columns of the canvas.
 *
 * @param x0 one end, pixels
 * @param x1 the other end
 * @param y row of the ends
 * @param rise how much higher the middle is
 */
record Bridge(float x0, float x1, float y, float rise) {

  private static final int POSTS = 11;
  private static final int PIECES = 40;

  private static float arch(float q) {
    return Maths.sin(q * Maths.PI) * 0.72f + (1 - (2 * q - 1) * (2 * q - 1)) * 0.28f;
  }

  /** Posts and two rails; row 0 is the far side, row 1 the near one. */
  void railing(Canvas c, Scene s, Tint t, int row) {
    float up = row == 0 ? s.u(0.026f) : 0;
    float tall = s.u(0.088f);
    for (int i = 0; i <= POSTS; i++) {
      post(c, s, t, row, i / (float) POSTS, up, tall * height(i, row));
    }
    float lift = up + s.u(0.018f);
    Tint bright = t.plus(s.palette.sun(), 0.09f * row);
    arc(c, s, lift + tall * 0.84f, s.u(row == 0 ? 0.006f : 0.0105f), bright, row);
    arc(c, s, lift + tall * 0.44f, s.u(row == 0 ? 0.004f : 0.0065f), t.scale(0.9f), 0);
  }

  private static float height(int i, int row) {
    boolean chief = i == 0 || i == POSTS || i == POSTS / 2 + 1 || i == POSTS / 2;
    return chief && row == 1 ? 1.14f : 0.92f;
  }

  private void post(Canvas c, Scene s, Tint t, int row, float q, float up, float h) {
    float px = Maths.mix(x0, x1, q);
    float py = y - up - arch(q) * rise - s.u(0.018f);
    float w = s.u(row == 0 ? 0.006f : 0.0095f);
    c.stroke(px, py + s.u(0.016f), w, px, py - h, w, t, 1);
    float edge = px - w * 0.28f;
    Tint lit = t.plus(s.palette.sun(), 0.2f + 0.3f * s.lit(px, py));
    c.stroke(edge, py, w * 0.3f, edge, py - h, w * 0.3f, lit, 0.7f);
    if (row == 1) {
      Tint brass = s.palette.near().mix(s.inLight(Tint.of("#c9a24a")), 0.5f);
      c.ellipse(px, py - h - w * 0.4f, w * 0.85f, w * 0.75f, brass, 1);
    }
  }

  void piers(Canvas c, Scene s, Tint t) {
    float w = s.u(0.014f);
    for (int i = 1; i <= 2; i++) {
      float q = i / 3f;
      float px = Maths.mix(x0, x1, q);
      c.stroke(px, y - arch(q) * rise, w, px, y + s.u(0.035f), w, t, 1);
    }
  }

  /** A beam that follows the arch, {@code up} pixels above it; with a rim it shines on top. */
  void arc(Canvas c, Scene s, float up, float w, Tint t, int rim) {
    for (int i = 0; i < PIECES; i++) {
      float a = i / (float) PIECES;
      float b = (i + 1f) / PIECES;
      float ax = Maths.mix(x0, x1, a);
      float bx = Maths.mix(x0, x1, b);
      float ay = y - up - arch(a) * rise;
      float by = y - up - arch(b) * rise;
      c.stroke(ax, ay, w, bx, by, w, t, 1);
      if (rim > 0) {
        Tint lit = t.plus(s.palette.sun(), 0.18f + s.lit(ax, ay) * 0.5f);
        c.stroke(ax, ay - w * 0.32f, w * 0.3f, bx, by - w * 0.32f, w * 0.3f, lit, 0.8f);
      }
    }
  }
}
