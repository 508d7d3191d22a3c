package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Region;
import java.awt.image.BufferedImage;

/** What of a picture is to be filled. */
final class Hole {

  private static final int LIGHT = 128;

  private final BufferedImage source;
  private final boolean[] missing;
  private int size;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right = -1;
  private int bottom = -1;
  private Region around;

  private Hole(BufferedImage source) {
    this.source = source;
    missing = new boolean[source.getWidth() * source.getHeight()];
  }

  /** The light pixels of a mask; colours count by their brightest channel. */
  static Hole of(BufferedImage source, BufferedImage mask) {
    if (mask.getWidth() != source.getWidth() || mask.getHeight() != source.getHeight()) {
      throw new IllegalArgumentException("mask and picture differ in size");
    }
    Hole hole = new Hole(source);
    int[] row = new int[mask.getWidth()];
    int[] others = new int[mask.getWidth()];
    for (int y = 0; y < mask.getHeight(); y++) {
      mask.getRaster().getSamples(0, y, row.length, 1, 0, row);
      for (int band = 1; band < Math.min(3, mask.getRaster().getNumBands()); band++) {
        mask.getRaster().getSamples(0, y, row.length, 1, band, others);
        for (int x = 0; x < row.length; x++) {
          row[x] = Math.max(row[x], others[x]);
        }
      }
      hole.mark(row, y);
    }
    return hole;
  }

  private void mark(int[] row, int y) {
    for (int x = 0; x < row.length; x++) {
      if (row[x] >= LIGHT) {
        missing[y * row.length + x] = true;
        size++;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = y;
      }
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** In pixels. */
  int size() {
    return size;
  }

  /** The box around the hole and so many pixels more, as far as the picture goes. */
  Region surroundings(int more) {
    around =
        Region.within(
            source.getWidth(),
            source.getHeight(),
            left - more,
            top - more,
            right + 1 + more,
            bottom + 1 + more);
    return around;
  }

  /** White where it is, black elsewhere. */
  BufferedImage picture(Region part) {
    BufferedImage picture = Pictures.gray(part.width(), part.height());
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        int level = isMissing(part.x() + x, part.y() + y) ? 255 : 0;
        picture.getRaster().setSample(x, y, 0, level);
      }
    }
    return picture;
  }

  private boolean isMissing(int x, int y) {
    return missing[y * source.getWidth() + x];
  }

  /** The source with the hole's pixels from a picture of the surroundings; opacity is kept. */
  BufferedImage filledFrom(BufferedImage filling) {
    int width = source.getWidth();
    boolean alpha = source.getColorModel().hasAlpha();
    BufferedImage result =
        new BufferedImage(
            width,
            source.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] pixels = Pictures.argb(source);
    for (int i = 0; i < pixels.length; i++) {
      if (missing[i]) {
        int filled = filling.getRGB(i % width - around.x(), i / width - around.y());
        pixels[i] = pixels[i] & 0xff000000 | filled & 0xffffff;
      }
    }
    result.setRGB(0, 0, width, source.getHeight(), pixels, 0, width);
    return result;
  }
}
