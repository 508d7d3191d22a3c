package dev.easel.adapter.provider.sketch.canvas;

import java.util.Arrays;

/** A closed polygon in pixels, built by moving a pen; curves are flattened as they are drawn. */
public final class Outline {

  private static final int CURVE_PIECES = 12;

  private float[] xy = new float[64];
  private int size;

  public Outline to(float x, float y) {
    if (size + 2 > xy.length) {
      xy = Arrays.copyOf(xy, xy.length * 2);
    }
    xy[size++] = x;
    xy[size++] = y;
    return this;
  }

  /** A quadratic curve from the pen over the control point. */
  public Outline curve(float cx, float cy, float x, float y) {
    float x0 = xy[size - 2];
    float y0 = xy[size - 1];
    for (int i = 1; i <= CURVE_PIECES; i++) {
      float t = i / (float) CURVE_PIECES;
      float s = 1 - t;
      to(s * s * x0 + 2 * s * t * cx + t * t * x, s * s * y0 + 2 * s * t * cy + t * t * y);
    }
    return this;
  }

  public static Outline rectangle(float x, float y, float w, float h) {
    return new Outline().to(x, y).to(x + w, y).to(x + w, y + h).to(x, y + h);
  }

  public static Outline ellipse(float cx, float cy, float rx, float ry) {
    Outline o = new Outline();
    int pieces = 48;
    for (int i = 0; i < pieces; i++) {
      float a = i * 2 * Maths.PI / pieces;
      o.to(cx + rx * Maths.cos(a), cy + ry * Maths.sin(a));
    }
    return o;
  }

  /** A closed smooth line through the given points (Catmull–Rom). */
  public static Outline smooth(float... points) {
    Outline o = new Outline();
    int n = points.length / 2;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 8; k++) {
        float t = k / 8f;
        o.to(rom(points, n, i, 0, t), rom(points, n, i, 1, t));
      }
    }
    return o;
  }

  private static float rom(float[] p, int n, int i, int axis, float t) {
    float a = p[(i + n - 1) % n * 2 + axis];
    float b = p[i % n * 2 + axis];
    float c = p[(i + 1) % n * 2 + axis];
    float d = p[(i + 2) % n * 2 + axis];
    float t2 = t * t;
    float t3 = t2 * t;
    return 0.5f
        * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3);
  }

  int points() {
    return size / 2;
  }

  float x(int i) {
    return xy[i * 2];
  }

  float y(int i) {
    return xy[i * 2 + 1];
  }
}
