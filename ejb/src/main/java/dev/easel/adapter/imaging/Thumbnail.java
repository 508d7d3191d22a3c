package dev.easel.adapter.imaging;

import dev.easel.domain.editing.Halving;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Shrinks images by halves, so that every source pixel has its share in the result. */
final class Thumbnail {

  private Thumbnail() {}

  /** The opaque image with its longer edge at most {@code edge}; never enlarged. */
  static BufferedImage of(BufferedImage opaque, int edge) {
    int longer = Math.max(opaque.getWidth(), opaque.getHeight());
    if (longer <= edge) {
      return opaque;
    }
    int width = Math.max(1, Math.round(opaque.getWidth() * (float) edge / longer));
    int height = Math.max(1, Math.round(opaque.getHeight() * (float) edge / longer));
    BufferedImage image = opaque;
    while (image.getWidth() > width || image.getHeight() > height) {
      boolean halves = image.getWidth() >= 2 * width && image.getHeight() >= 2 * height;
      image = halves ? Halving.of(image) : nearer(image, width, height);
    }
    return image;
  }

  /** At most by half, or pixels would be skipped. */
  private static BufferedImage nearer(BufferedImage image, int width, int height) {
    return scaled(
        image,
        Math.max(width, (image.getWidth() + 1) / 2),
        Math.max(height, (image.getHeight() + 1) / 2));
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smaller.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return smaller;
  }
}
