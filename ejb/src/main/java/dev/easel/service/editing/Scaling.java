package dev.easel.service.editing;

import dev.easel.domain.editing.Halving;
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
      halved = Halving.of(Halving.takes(halved) ? halved : drawn(halved));
    }
    return halved.getWidth() == width && halved.getHeight() == height
        ? halved
        : drawn(halved, width, height);
  }

  private static BufferedImage drawn(BufferedImage image) {
    return drawn(image, image.getWidth(), image.getHeight());
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    boolean alpha = image.getColorModel().hasAlpha();
    int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage scaled = new BufferedImage(width, height, type);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
