package dev.easel.adapter.provider.sketch.canvas;

/**
 * Arithmetic whose results are the same on every JVM. {@link Math} may use processor instructions
 * that differ in the last bit; these use additions, multiplications and exact square roots only.
 */
public final class Maths {

  public static final float PI = 3.14159265f;

  private Maths() {}

  public static float clamp(float v, float low, float high) {
    return v < low ? low : Math.min(v, high);
  }

  public static float unit(float v) {
    return v < 0 ? 0 : Math.min(v, 1);
  }

  public static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between; {@code from} may be the larger. */
  public static float smooth(float from, float to, float v) {
    float t = unit((v - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  /** e to the power of {@code x}, to about one percent for −5 … 1; 0 far below. */
  public static float exp(float x) {
    if (x < -16) {
      return 0;
    }
    float t = 1 + x * (1f / 1024);
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    return t * t;
  }

  /** A bell of height 1 around 0 with the given width. */
  public static float bell(float x, float width) {
    float q = x / width;
    return exp(-q * q);
  }

  /** Sine of radians, to about a thousandth. */
  public static float sin(float radians) {
    float t = radians * 0.15915494f;
    t -= floor(t + 0.5f);
    float s = t * (8 - 16 * Math.abs(t));
    return 0.225f * (s * Math.abs(s) - s) + s;
  }

  public static float cos(float radians) {
    return sin(radians + PI / 2);
  }

  public static int floor(float v) {
    int i = (int) v;
    return v < i ? i - 1 : i;
  }

  public static float root(float v) {
    return (float) Math.sqrt(v);
  }

  public static float length(float x, float y) {
    return (float) Math.sqrt(x * x + y * y);
  }
}
