package dev.easel.adapter.provider.sketch.figure;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * Paints a figure as a distance field: limbs melt together, the edge towards the light gets a rim,
 * and a figure with a colour of its own gets the roundness of a relief.
 */
public final class FigurePainter {

  private static final float OUTSIDE = 1e6f;

  private final Figure figure;
  private final Scene scene;
  private final Pose pose;
  private int left;
  private int top;
  private int wide;
  private int high;
  private float[] field;

  private FigurePainter(String name, Scene scene, Pose pose) {
    this.figure = Menagerie.named(name);
    this.scene = scene;
    this.pose = pose;
  }

  /** Paints the named figure of the data file. */
  public static void paint(String name, Canvas canvas, Scene scene, Pose pose, Coatwork coat) {
    FigurePainter p = new FigurePainter(name, scene, pose);
    p.measure(canvas);
    if (p.field.length > 0) {
      p.wings(canvas, coat);
      p.body(canvas, coat);
      p.eyes(canvas, coat);
      p.marks(canvas, coat);
    }
  }

  private void measure(Canvas c) {
    float reach = Math.max(-figure.left(), figure.right()) * pose.size() + 4;
    left = Math.max(0, (int) (pose.x() - reach));
    top = Math.max(0, (int) (pose.y() - figure.top() * pose.size() - 4));
    wide = Math.max(0, Math.min(c.width, (int) (pose.x() + reach) + 1) - left);
    high = Math.max(0, Math.min(c.height, (int) (pose.y() + 0.06f * pose.size() + 4)) - top);
    field = new float[wide * high];
    for (int y = 0; y < high; y++) {
      c.breathe();
      for (int x = 0; x < wide; x++) {
        field[y * wide + x] = distance(left + x + 0.5f, top + y + 0.5f);
      }
    }
  }

  /** Signed distance to the body in pixels, negative inside. */
  private float distance(float px, float py) {
    float x = (px - pose.x()) / pose.size() * (pose.flip() ? -1 : 1);
    float y = (pose.y() - py) / pose.size();
    float fray = 0;
    float d = OUTSIDE;
    for (Figure.Limb l : figure.limbs()) {
      float dx = l.x1() - l.x0();
      float dy = l.y1() - l.y0();
      float t = ((x - l.x0()) * dx + (y - l.y0()) * dy) / Math.max(1e-6f, dx * dx + dy * dy);
      t = Maths.unit(t);
      float ex = x - l.x0() - t * dx;
      float ey = y - l.y0() - t * dy;
      float own = Maths.root(ex * ex + ey * ey) - (l.r0() + (l.r1() - l.r0()) * t);
      if (l.hair() && own < 0.08f && own > -0.08f) {
        fray = fray == 0 ? fringe(x, y) : fray;
        own += fray;
      }
      float soft = Math.min(0.05f, 0.6f * Math.min(l.r0(), l.r1()) + 0.012f);
      float h = Math.max(soft - Math.abs(d - own), 0) / soft;
      d = Math.min(d, own) - h * h * soft * 0.25f;
    }
    return d * pose.size();
  }

  private float fringe(float x, float y) {
    return scene.noise.fractal(x * 16, y * 16, 3) * 0.05f + 1e-6f;
  }

  private void body(Canvas c, Coatwork coat) {
    float round = pose.size() * 0.075f;
    float toX = scene.light.x() - pose.x();
    float toY = scene.light.y() - (pose.y() - pose.size() * 0.5f);
    float n = 1 / Math.max(1, Maths.length(toX, toY));
    float lx = toX * n;
    float ly = coat.relief() > 0 ? Math.min(toY * n, -0.55f) : toY * n;
    float rimWidth = Math.max(1.2f, pose.size() * 0.016f);
    for (int y = 0; y < high; y++) {
      c.breathe();
      for (int x = 0; x < wide; x++) {
        float d = field[y * wide + x];
        if (d < 0.5f) {
          float gx = near(x + 1, y) - near(x - 1, y);
          float gy = near(x, y + 1) - near(x, y - 1);
          float facing = (gx * lx + gy * ly) * 0.5f;
          float edge = Maths.exp(Math.min(0, d) / round);
          float k = 1 + coat.relief() * (facing * edge * 0.75f + 0.10f);
          float rim = Maths.smooth(-rimWidth, 0, d) * Math.max(0, facing) * coat.rim();
          paint(c, x, y, coat, k, rim, Maths.unit(0.5f - d));
        }
      }
    }
  }

  private void paint(Canvas c, int x, int y, Coatwork coat, float k, float rim, float cover) {
    Tint base = coat.tint();
    Tint sun = coat.rimTint();
    float fur = coat.relief() > 0 ? fur(x, y) : 1;
    float dark = Math.max(0, 1 - k);
    float lift = Math.max(0, k - 1) * 0.35f;
    float f = Math.min(k, 1.15f) * fur;
    Tint cool = scene.palette.zenith();
    c.blend(
        (top + y) * c.width + left + x,
        base.r() * f + cool.r() * dark * 0.12f + sun.r() * (rim + lift * 0.5f),
        base.g() * f + cool.g() * dark * 0.12f + sun.g() * (rim + lift * 0.5f),
        base.b() * f + cool.b() * dark * 0.12f + sun.b() * (rim + lift * 0.5f),
        cover);
  }

  private float fur(int x, int y) {
    float s = 1 / pose.size();
    return 1 + 0.09f * scene.noise.fractal((left + x) * s * 38, (top + y) * s * 15, 3);
  }

  private float near(int x, int y) {
    int cx = Math.min(wide - 1, Math.max(0, x));
    int cy = Math.min(high - 1, Math.max(0, y));
    return field[cy * wide + cx];
  }

  private void wings(Canvas c, Coatwork coat) {
    for (float[] wing : figure.wings()) {
      Outline o = new Outline();
      for (int i = 0; i < wing.length; i += 2) {
        o.to(px(wing[i]), py(wing[i + 1]));
      }
      c.fill(o, coat.tint().mix(scene.palette.haze(), 0.06f), 1);
    }
  }

  private void eyes(Canvas c, Coatwork coat) {
    for (Figure.Eye e : figure.eyes()) {
      float r = e.r() * pose.size();
      Tint iris = coat.eye();
      c.ellipse(px(e.x()), py(e.y()), r, r * 0.9f, iris, 0.95f);
      if (r > 3) {
        c.ellipse(px(e.x()), py(e.y()), r * 0.42f, r * 0.8f, Tint.of("#0c0c10"), 0.95f);
        c.disc(px(e.x()) + r * 0.25f, py(e.y()) - r * 0.3f, r * 0.2f, Tint.WHITE, 0.9f);
      }
    }
  }

  private void marks(Canvas c, Coatwork coat) {
    Tint dark = coat.tint().mix(Tint.of("#2a1416"), 0.72f);
    for (float[] m : figure.marks()) {
      if (m[0] > 0) {
        c.ellipse(px(m[1]), py(m[2]), m[3] * pose.size(), m[4] * pose.size(), dark, 0.9f);
      } else {
        float w = Math.max(0.7f, pose.size() * 0.0045f);
        c.stroke(px(m[1]), py(m[2]), w, px(m[3]), py(m[4]), w * 0.4f, dark, 0.55f);
      }
    }
  }

  private float px(float x) {
    return pose.x() + (pose.flip() ? -x : x) * pose.size();
  }

  private float py(float y) {
    return pose.y() - y * pose.size();
  }
}
