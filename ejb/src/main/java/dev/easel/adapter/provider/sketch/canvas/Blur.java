package dev.easel.adapter.provider.sketch.canvas;

/** Soft planes: three running means come close to a Gaussian at a cost free of the radius. */
public final class Blur {

  private Blur() {}

  public static void soften(float[] plane, int width, int height, float deviation) {
    int radius = Math.max(1, Math.round(deviation));
    float[] line = new float[Math.max(width, height)];
    for (int pass = 0; pass < 3; pass++) {
      for (int y = 0; y < height; y++) {
        mean(plane, y * width, 1, width, radius, line);
      }
      for (int x = 0; x < width; x++) {
        mean(plane, x, width, height, radius, line);
      }
    }
  }

  private static void mean(float[] plane, int start, int step, int n, int radius, float[] line) {
    for (int i = 0; i < n; i++) {
      line[i] = plane[start + i * step];
    }
    float sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += line[Math.min(n - 1, Math.max(0, i))];
    }
    float share = 1f / (2 * radius + 1);
    for (int i = 0; i < n; i++) {
      plane[start + i * step] = sum * share;
      sum += line[Math.min(n - 1, i + radius + 1)] - line[Math.max(0, i - radius)];
    }
  }

  /** Mean of blocks of {@code factor} pixels; the last block may be smaller. */
  public static float[] shrink(float[] plane, int width, int height, int factor) {
    int w = (width + factor - 1) / factor;
    int h = (height + factor - 1) / factor;
    float[] small = new float[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        small[y * w + x] = block(plane, width, height, x * factor, y * factor, factor);
      }
    }
    return small;
  }

  private static float block(float[] plane, int width, int height, int x0, int y0, int factor) {
    int x1 = Math.min(width, x0 + factor);
    int y1 = Math.min(height, y0 + factor);
    float sum = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        sum += plane[y * width + x];
      }
    }
    return sum / ((x1 - x0) * (y1 - y0));
  }

  /** Reads a shrunken plane at a position in full pixels, bilinearly. */
  public static float sample(float[] small, int w, int h, float x, float y) {
    float fx = Maths.clamp(x, 0, w - 1.001f);
    float fy = Maths.clamp(y, 0, h - 1.001f);
    int xi = (int) Math.max(0, fx);
    int yi = (int) Math.max(0, fy);
    float tx = Math.max(0, fx - xi);
    float ty = Math.max(0, fy - yi);
    int right = Math.min(w - 1, xi + 1);
    int down = Math.min(h - 1, yi + 1);
    float a = Maths.mix(small[yi * w + xi], small[yi * w + right], tx);
    float b = Maths.mix(small[down * w + xi], small[down * w + right], tx);
    return Maths.mix(a, b, ty);
  }
}
