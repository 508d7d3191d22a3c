package dev.easel.domain.editing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Halves pictures. Java's own drawing does the same by a general transform that takes ten times as
 * long.
 */
public final class Halving {

  private static final int OPAQUE = 0xff;

  private Halving() {}

  /**
   * Each pixel is the mean of four; an odd edge counts its last line twice. What is clear lends no
   * colour.
   *
   * @param picture {@code TYPE_INT_RGB} or {@code TYPE_INT_ARGB}, whole and not a part of another
   * @return of the same type
   */
  public static BufferedImage of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage half = new BufferedImage((width + 1) / 2, (height + 1) / 2, picture.getType());
    boolean opaque = picture.getType() == BufferedImage.TYPE_INT_RGB;
    int[] from = array(picture);
    int[] to = array(half);
    for (int y = 0, at = 0; y < height; y += 2) {
      int upper = y * width;
      int lower = Math.min(y + 1, height - 1) * width;
      for (int x = 0; x < width; x += 2, at++) {
        int next = Math.min(x + 1, width - 1);
        to[at] =
            opaque
                ? mean(from[upper + x], from[upper + next], from[lower + x], from[lower + next])
                : weighed(from[upper + x], from[upper + next], from[lower + x], from[lower + next]);
      }
    }
    return half;
  }

  /** Whether the picture is of a kind that is taken here. */
  public static boolean takes(BufferedImage picture) {
    int type = picture.getType();
    return (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB)
        && array(picture).length == picture.getWidth() * picture.getHeight();
  }

  private static int[] array(BufferedImage packed) {
    return ((DataBufferInt) packed.getRaster().getDataBuffer()).getData();
  }

  /** Red and blue in one sum, green in another: no sum of four reaches its neighbour. */
  private static int mean(int a, int b, int c, int d) {
    int outer = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
    int inner = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x200;
    return outer >> 2 & 0xff00ff | inner >> 2 & 0xff00;
  }

  private static int weighed(int a, int b, int c, int d) {
    int covers = (a >>> 24) + (b >>> 24) + (c >>> 24) + (d >>> 24);
    if (covers == 4 * OPAQUE) {
      return OPAQUE << 24 | mean(a, b, c, d);
    }
    if (covers == 0) {
      return 0;
    }
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int sum = part(a, shift) + part(b, shift) + part(c, shift) + part(d, shift);
      colour |= (sum + covers / 2) / covers << shift;
    }
    return (covers + 2) / 4 << 24 | colour;
  }

  private static int part(int pixel, int shift) {
    return (pixel >>> 24) * (pixel >> shift & 0xff);
  }
}
