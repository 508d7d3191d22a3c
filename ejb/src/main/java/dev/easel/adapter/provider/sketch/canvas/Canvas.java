package dev.easel.adapter.provider.sketch.canvas;

/**
 * The picture while it is painted: one float plane per channel, row by row. The planes are public
 * because painting is loops over a million pixels; whoever holds a canvas owns it, no canvas is
 * shared between threads.
 */
public final class Canvas {

  public final int width;
  public final int height;
  public final float[] red;
  public final float[] green;
  public final float[] blue;

  /** Opacity with premultiplied colours, or {@code null} on an opaque canvas. */
  public final float[] alpha;

  private Runnable breath = () -> {};
  private int work;

  public Canvas(int width, int height, boolean transparent) {
    this.width = width;
    this.height = height;
    red = new float[width * height];
    green = new float[width * height];
    blue = new float[width * height];
    alpha = transparent ? new float[width * height] : null;
  }

  /** Who is told now and then while work goes on; may throw to end it. */
  public void onBreath(Runnable listener) {
    breath = listener;
  }

  /** To be called once per row or shape by everything that takes its time. */
  public void breathe() {
    if ((++work & 15) == 0) {
      breath.run();
    }
  }

  /** To be called between pieces of work that cannot be interrupted themselves. */
  public void pause() {
    breath.run();
  }

  public Canvas copy() {
    Canvas c = new Canvas(width, height, alpha != null);
    c.breath = breath;
    c.take(this);
    return c;
  }

  /** Takes over the other's pixels; both have the same size. */
  public void take(Canvas other) {
    System.arraycopy(other.red, 0, red, 0, red.length);
    System.arraycopy(other.green, 0, green, 0, red.length);
    System.arraycopy(other.blue, 0, blue, 0, red.length);
    if (alpha != null && other.alpha != null) {
      System.arraycopy(other.alpha, 0, alpha, 0, red.length);
    }
  }

  public void blend(int i, float r, float g, float b, float k) {
    red[i] += (r - red[i]) * k;
    green[i] += (g - green[i]) * k;
    blue[i] += (b - blue[i]) * k;
    if (alpha != null) {
      alpha[i] += (1 - alpha[i]) * k;
    }
  }

  public void blend(int i, Tint t, float k) {
    blend(i, t.r(), t.g(), t.b(), k);
  }

  /** Light on top of what is there; on a transparent canvas only where something is. */
  public void add(int i, Tint t, float k) {
    float share = alpha == null ? k : k * alpha[i];
    red[i] += t.r() * share;
    green[i] += t.g() * share;
    blue[i] += t.b() * share;
  }

  public void fill(Tint t) {
    for (int i = 0; i < red.length; i++) {
      blend(i, t, 1);
    }
  }

  public void fill(Outline shape, Tint t, float opacity) {
    fill(Stencil.of(shape, this), t, opacity);
  }

  public void fill(Stencil s, Tint t, float opacity) {
    for (int y = 0; y < s.height; y++) {
      breathe();
      int i = (s.top + y) * width + s.left;
      for (int x = 0; x < s.width; x++, i++) {
        float k = s.cover[y * s.width + x];
        if (k > 0) {
          blend(i, t, k * opacity);
        }
      }
    }
  }

  public void fill(Outline shape, Shader shader) {
    fill(Stencil.of(shape, this), shader);
  }

  public void fill(Stencil s, Shader shader) {
    float[] c = new float[4];
    for (int y = 0; y < s.height; y++) {
      breathe();
      int i = (s.top + y) * width + s.left;
      for (int x = 0; x < s.width; x++, i++) {
        float k = s.cover[y * s.width + x];
        if (k > 0) {
          c[3] = 1;
          shader.shade(s.left + x, s.top + y, c);
          blend(i, c[0], c[1], c[2], k * c[3]);
        }
      }
    }
  }

  public void disc(float cx, float cy, float radius, Tint t, float opacity) {
    ellipse(cx, cy, radius, radius, t, opacity);
  }

  /** An axis-parallel ellipse with a soft one-pixel edge; below a pixel it fades instead. */
  public void ellipse(float cx, float cy, float rx, float ry, Tint t, float opacity) {
    breathe();
    float ax = Math.max(rx, 0.6f);
    float ay = Math.max(ry, 0.6f);
    float k = opacity * Math.min(1, rx / ax) * Math.min(1, ry / ay);
    float small = Math.min(ax, ay);
    int x0 = Math.max(0, Maths.floor(cx - ax - 0.5f));
    int x1 = Math.min(width - 1, Maths.floor(cx + ax + 1));
    int y0 = Math.max(0, Maths.floor(cy - ay - 0.5f));
    int y1 = Math.min(height - 1, Maths.floor(cy + ay + 1));
    for (int y = y0; y <= y1; y++) {
      float dy = (y + 0.5f - cy) / ay;
      for (int x = x0; x <= x1; x++) {
        float dx = (x + 0.5f - cx) / ax;
        float cover = (1 - Maths.root(dx * dx + dy * dy)) * small + 0.5f;
        if (cover > 0) {
          blend(y * width + x, t, Math.min(1, cover) * k);
        }
      }
    }
  }

  /** Added light that fades to nothing at the radius. */
  public void glow(float cx, float cy, float radius, Tint t, float strength) {
    int x0 = Math.max(0, Maths.floor(cx - radius));
    int x1 = Math.min(width - 1, Maths.floor(cx + radius));
    int y0 = Math.max(0, Maths.floor(cy - radius));
    int y1 = Math.min(height - 1, Maths.floor(cy + radius));
    float scale = 1 / (radius * radius);
    for (int y = y0; y <= y1; y++) {
      float dy = y + 0.5f - cy;
      for (int x = x0; x <= x1; x++) {
        float dx = x + 0.5f - cx;
        float q = 1 - (dx * dx + dy * dy) * scale;
        if (q > 0) {
          add(y * width + x, t, strength * q * q * q);
        }
      }
    }
  }

  /** A line with round ends whose width runs from {@code w0} to {@code w1} pixels. */
  public void stroke(
      float x0, float y0, float w0, float x1, float y1, float w1, Tint t, float opacity) {
    breathe();
    float dx = x1 - x0;
    float dy = y1 - y0;
    float inverse = 1 / Math.max(1e-6f, dx * dx + dy * dy);
    float reach = Math.max(w0, w1) / 2 + 1;
    int top = Math.max(0, Maths.floor(Math.min(y0, y1) - reach));
    int bottom = Math.min(height - 1, Maths.floor(Math.max(y0, y1) + reach));
    for (int y = top; y <= bottom; y++) {
      float py = y + 0.5f - y0;
      int from = rowStart(x0, y0, dx, dy, reach, y);
      int until = rowEnd(x0, y0, dx, dy, reach, y);
      for (int x = from; x <= until; x++) {
        float px = x + 0.5f - x0;
        float s = Maths.unit((px * dx + py * dy) * inverse);
        float half = 0.5f * (w0 + (w1 - w0) * s);
        float distance = Maths.length(px - s * dx, py - s * dy);
        float cover = half < 0.5f ? (1 - distance) * half * 2 : half + 0.5f - distance;
        if (cover > 0) {
          blend(y * width + x, t, Math.min(1, cover) * opacity);
        }
      }
    }
  }

  private int rowStart(float x0, float y0, float dx, float dy, float reach, int y) {
    return Math.max(0, Maths.floor(rowEdge(x0, y0, dx, dy, reach, y, -1)));
  }

  private int rowEnd(float x0, float y0, float dx, float dy, float reach, int y) {
    return Math.min(width - 1, Maths.floor(rowEdge(x0, y0, dx, dy, reach, y, 1)) + 1);
  }

  /** How far the stroke can reach sideways within one row: spares its bounding box. */
  private static float rowEdge(
      float x0, float y0, float dx, float dy, float reach, int y, int side) {
    float a = 0;
    float b = 1;
    if (Math.abs(dy) > 1e-3f) {
      float s = (y - reach - y0) / dy;
      float e = (y + 1 + reach - y0) / dy;
      a = Maths.unit(Math.min(s, e));
      b = Maths.unit(Math.max(s, e));
    }
    float xa = x0 + a * dx;
    float xb = x0 + b * dx;
    return side < 0 ? Math.min(xa, xb) - reach : Math.max(xa, xb) + reach;
  }
}
