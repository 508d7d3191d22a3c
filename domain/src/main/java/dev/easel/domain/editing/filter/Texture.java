package dev.easel.domain.editing.filter;

import java.awt.image.BufferedImage;
import java.util.Random;

/** Filters that lay something over the picture. */
final class Texture {

  private Texture() {}

  static BufferedImage vignette(BufferedImage picture, double intensity) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = Pixels.of(picture);
    for (int y = 0; y < height; y++) {
      double v = (y + 0.5) / height * 2 - 1;
      for (int x = 0; x < width; x++) {
        double u = (x + 0.5) / width * 2 - 1;
        double far = Math.max(0, Math.min(1, (Math.hypot(u, v) - 0.5) / 0.9));
        double light = 1 - intensity * far * far * (3 - 2 * far);
        int i = y * width + x;
        pixels[i] = pixels[i] & 0xff000000 | Pixels.mixed(0, pixels[i], light);
      }
    }
    return picture;
  }

  /**
   * @param amount 1 for a deviation of a quarter of the range
   */
  static BufferedImage noise(BufferedImage picture, double amount, int seed) {
    Random random = new Random(seed);
    double deviation = amount * 64;
    return Pixels.map(
        picture,
        c -> {
          double grain = random.nextGaussian() * deviation;
          return Pixels.rgb((c >> 16 & 255) + grain, (c >> 8 & 255) + grain, (c & 255) + grain);
        });
  }

  static BufferedImage pixelate(BufferedImage picture, int size) {
    for (int top = 0; top < picture.getHeight(); top += size) {
      for (int left = 0; left < picture.getWidth(); left += size) {
        int right = Math.min(picture.getWidth(), left + size);
        int bottom = Math.min(picture.getHeight(), top + size);
        fill(picture, left, top, right, bottom);
      }
    }
    return picture;
  }

  private static void fill(BufferedImage picture, int left, int top, int right, int bottom) {
    int width = picture.getWidth();
    int[] pixels = Pixels.of(picture);
    long[] sum = new long[4];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = pixels[y * width + x];
        int alpha = pixel >>> 24;
        sum[0] += alpha;
        sum[1] += (long) (pixel >> 16 & 255) * alpha;
        sum[2] += (long) (pixel >> 8 & 255) * alpha;
        sum[3] += (long) (pixel & 255) * alpha;
      }
    }
    int mean = mean(sum, (right - left) * (bottom - top));
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        pixels[y * width + x] = mean;
      }
    }
  }

  private static int mean(long[] sum, int count) {
    if (sum[0] == 0) {
      return 0;
    }
    double alpha = sum[0];
    return Pixels.level(alpha / count) << 24
        | Pixels.rgb(sum[1] / alpha, sum[2] / alpha, sum[3] / alpha);
  }
}
