package dev.easel.adapter.provider.sketch.canvas;

/** Gradient noise in the plane, with fractal and ridged sums. Seeded, endless, about −1 … 1. */
public final class Noise {

  private final int[] order = new int[512];
  private final float[] gradientX = new float[256];
  private final float[] gradientY = new float[256];

  public Noise(Rng rng) {
    for (int i = 0; i < 256; i++) {
      order[i] = i;
      float angle = rng.next() * 2 * Maths.PI;
      gradientX[i] = Maths.cos(angle);
      gradientY[i] = Maths.sin(angle);
    }
    for (int i = 255; i > 0; i--) {
      int j = rng.below(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    System.arraycopy(order, 0, order, 256, 256);
  }

  public float at(float x, float y) {
    int xi = Maths.floor(x);
    int yi = Maths.floor(y);
    float fx = x - xi;
    float fy = y - yi;
    float u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    float v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    int left = order[xi & 255];
    int right = order[(xi + 1) & 255];
    int row = yi & 255;
    float top = dot(order[left + row], fx, fy);
    float topRight = dot(order[right + row], fx - 1, fy);
    int next = (yi + 1) & 255;
    float bottom = dot(order[left + next], fx, fy - 1);
    float bottomRight = dot(order[right + next], fx - 1, fy - 1);
    float a = top + u * (topRight - top);
    float b = bottom + u * (bottomRight - bottom);
    return 1.5f * (a + v * (b - a));
  }

  private float dot(int which, float x, float y) {
    return gradientX[which] * x + gradientY[which] * y;
  }

  /** Sum of octaves, each twice as fine and half as strong. */
  public float fractal(float x, float y, int octaves) {
    float sum = 0;
    float gain = 0.5f;
    for (int i = 0; i < octaves; i++) {
      sum += gain * at(x, y);
      x = x * 2.03f + 17.3f;
      y = y * 2.03f + 9.1f;
      gain *= 0.5f;
    }
    return sum * 1.15f;
  }

  /** Sharp crests, soft valleys: 0 … about 1. */
  public float ridged(float x, float y, int octaves) {
    float sum = 0;
    float gain = 0.55f;
    float weight = 1;
    for (int i = 0; i < octaves; i++) {
      float crest = 1 - Math.abs(at(x, y));
      crest *= crest * weight;
      sum += gain * crest;
      weight = Maths.unit(crest * 1.6f);
      x = x * 2.07f + 31.7f;
      y = y * 2.07f + 11.9f;
      gain *= 0.5f;
    }
    return sum;
  }
}
