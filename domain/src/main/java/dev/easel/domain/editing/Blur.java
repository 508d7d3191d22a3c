package dev.easel.domain.editing;

/** A separable Gaussian over one plane of bytes; the border continues outwards. */
final class Blur {

  private Blur() {}

  static byte[] of(byte[] plane, int width, int height, double deviation) {
    float[] kernel = kernel(deviation);
    byte[] across = along(plane, width, height, 1, width, kernel);
    return along(across, height, width, width, 1, kernel);
  }

  private static float[] kernel(double deviation) {
    int radius = (int) Math.max(1, Math.ceil(deviation * 3));
    float[] kernel = new float[2 * radius + 1];
    float sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double distance = (i - radius) / deviation;
      kernel[i] = (float) Math.exp(-distance * distance / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Blurs lines of {@code length} pixels that are {@code step} apart. */
  private static byte[] along(
      byte[] plane, int length, int lines, int step, int lineStep, float[] kernel) {
    byte[] blurred = new byte[plane.length];
    int radius = kernel.length / 2;
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
      for (int i = 0; i < length; i++) {
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
          int at = Math.max(0, Math.min(length - 1, i + k));
          sum += kernel[k + radius] * (plane[start + at * step] & 255);
        }
        blurred[start + i * step] = (byte) Math.round(sum);
      }
    }
    return blurred;
  }
}
