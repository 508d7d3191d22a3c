package dev.easel.service.editing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Brings pictures to another size. */
public final class Scaling {

  private Scaling() {}

  /** The same picture if it has the size already, else one of that size; alpha is kept. */
  public static BufferedImage to(BufferedImage image, int width, int height) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    BufferedImage halved = image;
    while (halved.getWidth() >= 2 * width && halved.getHeight() >= 2 * height) {
      halved = halved(halved);
    }
    return halved.getWidth() == width && halved.getHeight() == height
        ? halved
        : drawn(halved, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  /** Bilinear at exactly one half is the mean of four pixels; bicubic is slower and no better. */
  private static BufferedImage halved(BufferedImage image) {
    return drawn(
        image,
        image.getWidth() / 2,
        image.getHeight() / 2,
        RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, Object interpolation) {
    boolean alpha = image.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage scaled = new BufferedImage(width, height, type);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
