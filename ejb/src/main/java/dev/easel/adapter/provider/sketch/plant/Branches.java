package dev.easel.adapter.provider.sketch.plant;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.ArrayList;
import java.util.List;

/** Grows a tree by branching with jitter, remembers its wood and where leaves belong. */
public final class Branches {

  /** A piece of wood in pixels, thicker at its foot. */
  public record Wood(float x0, float y0, float w0, float x1, float y1, float w1) {}

  /** The end of a twig. */
  public record Twig(float x, float y, float reach) {}

  /**
   * How a tree grows.
   *
   * @param spread angle between brothers in radians
   * @param shrink length of a branch against its parent's
   * @param levels generations of branches
   * @param droop how much twigs bow down per level
   */
  public record Habit(float spread, float shrink, int levels, float droop) {}

  public final List<Wood> wood = new ArrayList<>();
  public final List<Twig> twigs = new ArrayList<>();
  private final Rng rng;
  private final Habit habit;

  public Branches(Rng rng, Habit habit) {
    this.rng = rng;
    this.habit = habit;
  }

  /** Grows from the root (x, y); angle 0 is straight up, positive leans right. */
  public Branches grow(float x, float y, float angle, float length, float thick) {
    branch(x, y, angle, length, thick, habit.levels());
    return this;
  }

  private void branch(float x, float y, float angle, float length, float w, int level) {
    // Branches strive for the light: what grows sideways turns up again.
    float over = Math.max(0, Math.abs(angle) - 0.75f);
    angle -= Math.signum(angle) * over * 0.38f;
    float bend = rng.bell() * 0.13f + habit.droop() * (angle > 0 ? 1 : -1) * 0.5f;
    float px = x;
    float py = y;
    float pieces = 3;
    for (int i = 1; i <= pieces; i++) {
      float a = angle + bend * i / pieces;
      float nx = px + Maths.sin(a) * length / pieces;
      float ny = py - Maths.cos(a) * length / pieces;
      float w0 = w * (1 - 0.32f * (i - 1) / pieces);
      float w1 = w * (1 - 0.32f * i / pieces);
      wood.add(new Wood(px, py, w0, nx, ny, w1));
      px = nx;
      py = ny;
    }
    if (level <= 3) {
      twigs.add(new Twig(px, py, length));
    }
    if (level > 0) {
      children(px, py, angle + bend, length, w * 0.68f, level);
    }
  }

  private void children(float x, float y, float angle, float length, float w, int level) {
    for (int hand = -1; hand <= 1; hand += 2) {
      if (rng.chance(0.96f)) {
        float turn = hand * (habit.spread() * rng.range(0.6f, 1.25f)) + rng.bell() * 0.08f;
        float l = length * (habit.shrink() + rng.range(-0.07f, 0.09f));
        branch(x, y, angle + turn, l, w * rng.range(0.85f, 1.05f), level - 1);
      }
    }
    if (level > 2 && rng.chance(0.4f)) {
      branch(x, y, angle + rng.bell() * 0.15f, length * 0.82f, w, level - 1);
    }
  }

  /** Paints the wood, its light side brighter. */
  public void paint(Canvas c, Scene s, Tint bark) {
    for (Wood p : wood) {
      float lit = s.lit(p.x1, p.y1);
      Tint t = bark.plus(s.palette.sun(), lit * 0.08f);
      c.stroke(p.x0, p.y0, p.w0, p.x1, p.y1, p.w1, t, 1);
    }
    float towards = s.light.x();
    for (Wood p : wood) {
      if (p.w0 > s.u(0.006f)) {
        float off = p.w0 * (towards > p.x0 ? 0.34f : -0.34f);
        Tint rim = bark.mix(s.palette.sun(), 0.14f + 0.4f * s.lit(p.x0, p.y0));
        float w = p.w0 * 0.22f;
        c.stroke(p.x0 + off, p.y0, w, p.x1 + off * p.w1 / p.w0, p.y1, p.w1 * 0.22f, rim, 0.55f);
      }
    }
  }
}
