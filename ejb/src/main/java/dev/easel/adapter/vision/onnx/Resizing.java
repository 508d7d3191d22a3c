package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import java.awt.image.BufferedImage;

/** Ways to another size, on planes of numbers. */
final class Resizing {

  private Resizing() {}

  /** Smaller by the mean of the area under each pixel; larger by repetition. */
  static Samples area(Samples source, int width, int height) {
    float[] out = new float[3 * width * height];
    for (int c = 0; c < 3; c++) {
      float[] narrow = new float[width * source.height];
      for (int y = 0; y < source.height; y++) {
        int from = (c * source.height + y) * source.width;
        line(source.values, from, 1, source.width, narrow, y * width, 1, width);
      }
      for (int x = 0; x < width; x++) {
        line(narrow, x, width, source.height, out, c * width * height + x, width, height);
      }
    }
    return new Samples(width, height, out);
  }

  /** One row or column: each target covers {@code from / to} sources, the outer ones in part. */
  private static void line(
      float[] in, int start, int step, int from, float[] out, int target, int stride, int to) {
    double ratio = (double) from / to;
    for (int t = 0; t < to; t++) {
      double begin = t * ratio;
      double end = Math.min(from, begin + ratio);
      double sum = 0;
      for (int s = (int) begin; s < end; s++) {
        sum += in[start + s * step] * (Math.min(end, s + 1) - Math.max(begin, s));
      }
      out[target + t * stride] = (float) (sum / (end - begin));
    }
  }

  /** By the four neighbours, corner on corner, without regard to what lies between: as nsfwjs. */
  static Samples cornered(BufferedImage opaque, int width, int height) {
    int[] pixels = Pictures.argb(opaque);
    int across = opaque.getWidth();
    Samples out = new Samples(width, height);
    for (int y = 0; y < height; y++) {
      float sy = y * (opaque.getHeight() - 1f) / Math.max(1, height - 1);
      int upper = (int) sy * across;
      int lower = Math.min((int) sy + 1, opaque.getHeight() - 1) * across;
      for (int x = 0; x < width; x++) {
        float sx = x * (across - 1f) / Math.max(1, width - 1);
        int left = (int) sx;
        int right = Math.min(left + 1, across - 1);
        for (int c = 0; c < 3; c++) {
          int shift = 16 - 8 * c;
          float top = mixed(pixels[upper + left], pixels[upper + right], shift, sx - left);
          float bottom = mixed(pixels[lower + left], pixels[lower + right], shift, sx - left);
          out.values[(c * height + y) * width + x] = top + (bottom - top) * (sy - (int) sy);
        }
      }
    }
    return out;
  }

  private static float mixed(int left, int right, int shift, float share) {
    int from = left >> shift & 255;
    return from + ((right >> shift & 255) - from) * share;
  }

  /** One plane by the four neighbours, pixel centre on pixel centre. */
  static float[] centred(float[] plane, int from, int fromHeight, int width, int height) {
    Samples frame = new Samples(from, fromHeight, plane);
    float[] out = new float[width * height];
    for (int y = 0; y < height; y++) {
      float sy = clamp((y + 0.5f) * fromHeight / height - 0.5f, fromHeight);
      for (int x = 0; x < width; x++) {
        float sx = clamp((x + 0.5f) * from / width - 0.5f, from);
        out[y * width + x] = between(plane, 0, frame, sx, sy);
      }
    }
    return out;
  }

  private static float clamp(float at, int length) {
    return Math.max(0, Math.min(length - 1, at));
  }

  private static float between(float[] plane, int offset, Samples frame, float sx, float sy) {
    int x = (int) sx;
    int y = (int) sy;
    int right = Math.min(x + 1, frame.width - 1);
    int below = Math.min(y + 1, frame.height - 1);
    float across = sx - x;
    float down = sy - y;
    int upper = offset + y * frame.width;
    int lower = offset + below * frame.width;
    float top = plane[upper + x] * (1 - across) + plane[upper + right] * across;
    float bottom = plane[lower + x] * (1 - across) + plane[lower + right] * across;
    return top * (1 - down) + bottom * down;
  }
}
