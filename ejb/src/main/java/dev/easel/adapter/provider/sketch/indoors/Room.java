package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** A room with a great window: daylight on the floor, a desk, a chair, a plant, a lamp. */
public final class Room implements Layer {

  private final Layer outside;

  /** {@code outside}: the view, painted first on the whole canvas. */
  public Room(Layer outside) {
    this.outside = outside;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    outside.paint(c, s);
    Tint wall = Studio.seen(s, s.wishes.hues().isEmpty() ? Tint.of("#d9d2c8") : s.palette.haze());
    float left = s.from(s.side < 0 ? 0.16f : 0.86f);
    float right = s.from(s.side < 0 ? 0.86f : 0.16f);
    float top = s.y(0.10f);
    float sill = s.y(0.60f);
    walls(c, s, wall, left, right, top, sill);
    frame(c, s, left, right, top, sill);
    floor(c, s, left, right);
    Furniture.paint(c, s);
  }

  private static void walls(
      Canvas c, Scene s, Tint wall, float left, float right, float top, float sill) {
    float skirting = s.y(0.70f);
    for (int y = 0; y < Math.min(c.height, skirting + 1); y++) {
      c.breathe();
      for (int x = 0; x < c.width; x++) {
        boolean window = x > left && x < right && y > top && y < sill;
        if (!window) {
          float d =
              Maths.length(
                      Math.max(0, Math.max(left - x, x - right)),
                      Math.max(0, Math.max(top - y, y - sill)))
                  / s.u(1);
          float n = 0.02f * s.noise.fractal(x / s.u(1) * 5, y / s.u(1) * 5, 3);
          float k = 0.58f + 0.26f * Maths.exp(-d * 6) - 0.18f * (y < top ? (top - y) / top : 0) + n;
          c.blend(y * c.width + x, wall.scale(k), 1);
        }
      }
    }
    c.fill(Outline.rectangle(0, skirting - s.u(0.018f), s.width, s.u(0.018f)), wall.scale(0.9f), 1);
  }

  private static void frame(Canvas c, Scene s, float left, float right, float top, float sill) {
    Tint dark = Studio.seen(s, Tint.of("#3b3d42")).mix(s.palette.near(), 0.3f);
    float w = s.u(0.010f);
    for (int i = 0; i <= 4; i++) {
      float x = Maths.mix(left, right, i / 4f);
      c.stroke(x, top, w, x, sill, w, dark, 1);
    }
    for (float v : new float[] {0, 0.26f, 1}) {
      float y = Maths.mix(top, sill, v);
      c.stroke(left, y, w, right, y, w, dark, 1);
    }
    c.fill(
        Outline.rectangle(left - w, sill, right - left + 2 * w, s.u(0.020f)),
        Studio.seen(s, Tint.of("#e6e1d8")),
        1);
  }

  private static void floor(Canvas c, Scene s, float left, float right) {
    Tint wood = Studio.seen(s, Tint.of("#a77b52"));
    int top = (int) s.y(0.70f);
    float vx = s.x(0.5f);
    for (int y = top; y < c.height; y++) {
      c.breathe();
      float t = (y - top) / (float) (c.height - top);
      float z = 1 / (t + 0.55f);
      for (int x = 0; x < c.width; x++) {
        float u = (x - vx) / s.u(1) * z;
        float board = u * 7.5f;
        int which = Maths.floor(board);
        float gap = Maths.smooth(0.04f, 0, Math.min(board - which, which + 1 - board));
        float grain = s.noise.fractal(u * 22, z * 5 + which * 3.3f, 3);
        float tone = 1 + 0.14f * s.noise.at(which * 5.7f, 2) + grain * 0.12f;
        float lean = (x - vx) * 0.9f + vx - s.side * -t * s.u(0.16f);
        float pane =
            Maths.smooth(left, left + s.u(0.03f), lean)
                * Maths.smooth(right, right - s.u(0.03f), lean);
        float bars =
            Math.abs(
                (lean - left) / (right - left) * 4
                    - Math.round((lean - left) / (right - left) * 4));
        float sun =
            pane
                * Maths.smooth(0.02f, 0.06f, bars)
                * Maths.smooth(0.95f, 0.3f, t)
                * 0.42f
                * s.light.strength();
        float k = tone * (0.72f - 0.16f * t) * (1 - 0.5f * gap);
        c.blend(y * c.width + x, wood.scale(k).plus(s.palette.sun(), sun * (1 - 0.5f * gap)), 1);
      }
    }
  }
}
