package dev.easel.adapter.provider.sketch.canvas;

/**
 * Coverage of a shape over a box of the canvas, 0–1 per pixel. Edges are exact areas: each line
 * adds its signed area to an accumulator, a running sum over the row gives the coverage. Written
 * here because rasterizers differ between Java versions and the same order must give the same
 * bytes.
 */
public final class Stencil {

  public final int left;
  public final int top;
  public final int width;
  public final int height;

  /** Row by row; an array because every shader walks it. */
  public final float[] cover;

  /** An empty box, cut to a canvas of the given size. */
  public Stencil(float x0, float y0, float x1, float y1, int canvasWidth, int canvasHeight) {
    left = Math.max(0, Maths.floor(Math.min(x0, canvasWidth)) - 1);
    top = Math.max(0, Maths.floor(Math.min(y0, canvasHeight)) - 1);
    width = Math.max(0, Math.min(canvasWidth, Maths.floor(Math.max(x1, 0)) + 2) - left);
    height = Math.max(0, Math.min(canvasHeight, Maths.floor(Math.max(y1, 0)) + 2) - top);
    cover = new float[width * height];
  }

  public static Stencil of(Outline outline, Canvas canvas) {
    float x0 = Float.MAX_VALUE;
    float y0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    float y1 = -Float.MAX_VALUE;
    for (int i = 0; i < outline.points(); i++) {
      x0 = Math.min(x0, outline.x(i));
      x1 = Math.max(x1, outline.x(i));
      y0 = Math.min(y0, outline.y(i));
      y1 = Math.max(y1, outline.y(i));
    }
    return new Stencil(x0, y0, x1, y1, canvas.width, canvas.height).add(outline);
  }

  /** Joins the shape to what is covered already. */
  public Stencil add(Outline outline) {
    if (cover.length == 0) {
      return this;
    }
    float[] area = new float[(width + 2) * height];
    for (int i = 0; i < outline.points(); i++) {
      int j = (i + 1) % outline.points();
      line(area, outline.x(i) - left, outline.y(i) - top, outline.x(j) - left, outline.y(j) - top);
    }
    sum(area);
    return this;
  }

  private void sum(float[] area) {
    for (int y = 0; y < height; y++) {
      float run = 0;
      for (int x = 0; x < width; x++) {
        run += area[y * (width + 2) + x];
        float c = Math.min(1, Math.abs(run));
        int i = y * width + x;
        cover[i] = Math.max(cover[i], c);
      }
    }
  }

  private void line(float[] area, float xa, float ya, float xb, float yb) {
    if (ya == yb) {
      return;
    }
    float direction = ya < yb ? 1 : -1;
    float y0 = Math.min(ya, yb);
    float y1 = Math.max(ya, yb);
    float x0 = ya < yb ? xa : xb;
    float slope = (ya < yb ? xb - xa : xa - xb) / (y1 - y0);
    int last = Math.min(height, Maths.floor(y1) + 1);
    for (int y = Math.max(0, Maths.floor(y0)); y < last; y++) {
      float from = Math.max(y, y0);
      float until = Math.min(y + 1, y1);
      if (until > from) {
        float start = Maths.clamp(x0 + (from - y0) * slope, 0, width);
        float end = Maths.clamp(x0 + (until - y0) * slope, 0, width);
        span(
            area,
            y * (width + 2),
            Math.min(start, end),
            Math.max(start, end),
            (until - from) * direction);
      }
    }
  }

  /** Spreads the signed height {@code d} of one row's piece over the pixels it crosses. */
  private static void span(float[] area, int row, float x0, float x1, float d) {
    int first = (int) x0;
    int end = Math.max(first + 1, (int) Math.ceil(x1));
    if (end == first + 1) {
      float inside = 0.5f * (x0 + x1) - first;
      area[row + first] += d - d * inside;
      area[row + first + 1] += d * inside;
      return;
    }
    float perPixel = d / (x1 - x0);
    float before = 0;
    for (int x = first; x < end; x++) {
      float a = Math.max(x0, x);
      float b = Math.min(x1, x + 1);
      float share = (b - a) * perPixel;
      float covered = share * (x + 1 - 0.5f * (a + b));
      area[row + x] += before + covered;
      before = share - covered;
    }
    area[row + end] += before;
  }

  public float at(int x, int y) {
    int cx = x - left;
    int cy = y - top;
    return cx < 0 || cy < 0 || cx >= width || cy >= height ? 0 : cover[cy * width + cx];
  }
}
