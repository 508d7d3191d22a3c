package dev.easel.adapter.provider.sketch.style;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Rng;
import dev.easel.adapter.provider.sketch.canvas.Tint;

/** A palette of few colours, found by clustering the picture's own. */
final class Swatches {

  private final float[][] means;

  private Swatches(float[][] means) {
    this.means = means;
  }

  static Swatches of(Canvas c, int count, Rng rng) {
    float[][] means = new float[count][];
    for (int k = 0; k < count; k++) {
      int i = rng.below(c.red.length);
      means[k] = new float[] {c.red[i], c.green[i], c.blue[i]};
    }
    Swatches swatches = new Swatches(means);
    int stride = Math.max(1, c.red.length / 4000);
    for (int round = 0; round < 6; round++) {
      swatches.settle(c, stride);
    }
    return swatches;
  }

  private void settle(Canvas c, int stride) {
    float[][] sums = new float[means.length][4];
    for (int i = 0; i < c.red.length; i += stride) {
      float[] sum = sums[index(c.red[i], c.green[i], c.blue[i])];
      sum[0] += c.red[i];
      sum[1] += c.green[i];
      sum[2] += c.blue[i];
      sum[3]++;
    }
    for (int k = 0; k < means.length; k++) {
      if (sums[k][3] > 0) {
        means[k] =
            new float[] {sums[k][0] / sums[k][3], sums[k][1] / sums[k][3], sums[k][2] / sums[k][3]};
      }
    }
  }

  private int index(float r, float g, float b) {
    int best = 0;
    float least = Float.MAX_VALUE;
    for (int k = 0; k < means.length; k++) {
      float dr = r - means[k][0];
      float dg = g - means[k][1];
      float db = b - means[k][2];
      float d = 2 * dr * dr + 4 * dg * dg + 3 * db * db;
      if (d < least) {
        least = d;
        best = k;
      }
    }
    return best;
  }

  Tint nearest(float r, float g, float b) {
    float[] m = means[index(r, g, b)];
    return new Tint(m[0], m[1], m[2]);
  }
}
