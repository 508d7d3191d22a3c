package dev.easel.domain.editing;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * How far each pixel of a picture may change: 255 entirely, 0 not at all. Immutable.
 *
 * <p>Source: seed 001 "Inpainting"; product decision C11.
 */
public final class Mask {

  /** From here on a level counts as marked where only yes and no exist. */
  private static final int MARKED = 128;

  /** Below this is what JPEG makes of black. */
  private static final int VISIBLE = 8;

  private final int width;
  private final int height;
  private final byte[] levels;

  private Mask(int width, int height, byte[] levels) {
    this.width = width;
    this.height = height;
    this.levels = levels;
  }

  /** Reads a mask image of any type. */
  public static Mask of(BufferedImage image, Polarity polarity) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] levels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      read(image, y, row);
      for (int x = 0; x < width; x++) {
        levels[y * width + x] = (byte) level(row[x], polarity);
      }
    }
    return new Mask(width, height, levels);
  }

  /**
   * Levels of gray are read as they are: Java takes gray for linear light and would change them.
   */
  private static void read(BufferedImage image, int y, int[] row) {
    if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      return;
    }
    image.getRaster().getSamples(0, y, row.length, 1, 0, row);
    for (int x = 0; x < row.length; x++) {
      row[x] = 0xff000000 | row[x] * 0x010101;
    }
  }

  private static int level(int argb, Polarity polarity) {
    int alpha = argb >>> 24;
    if (polarity == Polarity.TRANSPARENT) {
      return 255 - alpha;
    }
    int light = luma(argb) * alpha / 255;
    return polarity == Polarity.LIGHT ? light : 255 - light;
  }

  private static int luma(int rgb) {
    return ((rgb >> 16 & 255) * 77 + (rgb >> 8 & 255) * 150 + (rgb & 255) * 29) >> 8;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int level(int x, int y) {
    return levels[y * width + x] & 255;
  }

  /** The same for a picture of another size. */
  public Mask scaledTo(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    BufferedImage scaled = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(levelsAsColours(), 0, 0, newWidth, newHeight, null);
    graphics.dispose();
    return of(scaled, Polarity.LIGHT);
  }

  /** With soft edges: a Gaussian whose deviation is so many pixels; 0 leaves it as it is. */
  public Mask blurred(double deviation) {
    return deviation <= 0
        ? this
        : new Mask(width, height, Blur.of(levels, width, height, deviation));
  }

  /**
   * With what was {@code threshold} as the middle between marked and not.
   *
   * @param threshold 0–1, exclusive
   * @param soft whether levels between stay; else there is only all and nothing
   */
  public Mask toned(double threshold, boolean soft) {
    double bounded = Math.max(0.01, Math.min(0.99, threshold));
    double gamma = Math.log(0.5) / Math.log(bounded);
    byte[] toned = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      double level = (levels[i] & 255) / 255.0;
      double made = soft ? Math.pow(level, gamma) : level >= bounded ? 1 : 0;
      toned[i] = (byte) Math.round(made * 255);
    }
    return new Mask(width, height, toned);
  }

  /** Whether it lets nothing change that anyone would see. */
  public boolean isBlank() {
    for (byte level : levels) {
      if ((level & 255) >= VISIBLE) {
        return false;
      }
    }
    return true;
  }

  /** Share of the picture that is marked, 0–1. */
  public double share() {
    long marked = 0;
    for (byte level : levels) {
      marked += (level & 255) >= MARKED ? 1 : 0;
    }
    return (double) marked / levels.length;
  }

  /** Bounds of the marked areas that hang together (by edges or corners), the largest first. */
  public List<Rectangle> regions() {
    return Components.of(width, height, i -> (levels[i] & 255) >= MARKED);
  }

  /** Bounds of all that is marked; empty if nothing is. */
  public Optional<Rectangle> bounds() {
    return regions().stream().reduce(Rectangle::union);
  }

  /** The picture with what is not marked made transparent. */
  public BufferedImage cut(BufferedImage picture) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int alpha = (row[x] >>> 24) * level(x, y) / 255;
        row[x] = alpha << 24 | row[x] & 0xffffff;
      }
      result.setRGB(0, y, width, 1, row, 0, width);
    }
    return result;
  }

  /**
   * {@code fresh} where the mask is 255, exactly {@code kept} where it is 0, a mixture between.
   *
   * @param kept of the mask's size
   * @param fresh of the mask's size
   * @return with alpha if either has
   */
  public BufferedImage blend(BufferedImage kept, BufferedImage fresh) {
    boolean alpha = kept.getColorModel().hasAlpha() || fresh.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage result = new BufferedImage(width, height, type);
    int[] under = new int[width];
    int[] over = new int[width];
    for (int y = 0; y < height; y++) {
      kept.getRGB(0, y, width, 1, under, 0, width);
      fresh.getRGB(0, y, width, 1, over, 0, width);
      for (int x = 0; x < width; x++) {
        under[x] = between(under[x], over[x], level(x, y));
      }
      result.setRGB(0, y, width, 1, under, 0, width);
    }
    return result;
  }

  private static int between(int kept, int fresh, int share) {
    if (share == 0 || share == 255) {
      return share == 0 ? kept : fresh;
    }
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int from = kept >>> shift & 255;
      int to = fresh >>> shift & 255;
      mixed |= (from + Math.round((to - from) * share / 255f)) << shift;
    }
    return mixed;
  }

  /** As providers take it: {@code TYPE_BYTE_GRAY}, white is repainted. */
  public BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, levels);
    return image;
  }

  /**
   * Gray as equal parts of three colours: drawn as it is, Java would take gray for linear light.
   */
  private BufferedImage levelsAsColours() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, level(x, y) * 0x010101);
      }
    }
    return image;
  }
}
