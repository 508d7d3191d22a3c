package dev.easel.adapter.imaging;

import java.awt.image.BufferedImage;

/**
 * The rows of an image as PNG wants them: one byte that names a filter, then the filtered samples.
 * Each row takes that of three filters which leaves the smallest differences.
 */
final class PngRows {

  /** Sub, Up and Paeth; Average was measured to win almost never. */
  private static final int[] FILTERS = {1, 2, 4};

  private final int[] pixels;
  private final int width;
  private final int sampleBytes;
  private byte[] above;
  private byte[] current;
  private byte[] best;
  private byte[] trial;

  PngRows(BufferedImage canonical) {
    pixels = Pixels.array(canonical);
    width = canonical.getWidth();
    sampleBytes = canonical.getColorModel().hasAlpha() ? 4 : 3;
    // One pixel of zeros in front saves the filters from asking for the left edge.
    above = new byte[sampleBytes * (width + 1)];
    current = new byte[sampleBytes * (width + 1)];
    best = new byte[1 + sampleBytes * width];
    trial = new byte[1 + sampleBytes * width];
  }

  /** The next row; rows must be asked for from 0 downwards. The array is used again. */
  byte[] row(int y) {
    unpack(y);
    long least = Long.MAX_VALUE;
    for (int filter : FILTERS) {
      long weight = filter(filter);
      if (weight < least) {
        least = weight;
        byte[] worse = best;
        best = trial;
        trial = worse;
      }
    }
    byte[] done = above;
    above = current;
    current = done;
    return best;
  }

  private void unpack(int y) {
    int at = sampleBytes;
    for (int i = y * width; i < (y + 1) * width; i++) {
      int pixel = pixels[i];
      current[at++] = (byte) (pixel >> 16);
      current[at++] = (byte) (pixel >> 8);
      current[at++] = (byte) pixel;
      if (sampleBytes == 4) {
        current[at++] = (byte) (pixel >> 24);
      }
    }
  }

  private long filter(int filter) {
    trial[0] = (byte) filter;
    long weight = 0;
    for (int i = sampleBytes, left = 0; i < current.length; i++, left++) {
      int guess =
          switch (filter) {
            case 1 -> current[left];
            case 2 -> above[i];
            default -> paeth(current[left] & 0xff, above[i] & 0xff, above[left] & 0xff);
          };
      byte difference = (byte) (current[i] - guess);
      trial[1 + left] = difference;
      weight += Math.abs((int) difference);
    }
    return weight;
  }

  private static int paeth(int left, int up, int corner) {
    int byLeft = Math.abs(up - corner);
    int byUp = Math.abs(left - corner);
    int byCorner = Math.abs(left + up - 2 * corner);
    if (byLeft <= byUp && byLeft <= byCorner) {
      return left;
    }
    return byUp <= byCorner ? up : corner;
  }
}
