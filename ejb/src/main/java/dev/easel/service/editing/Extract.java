package dev.easel.service.editing;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** What of an image is measured, so that a large one costs no more than one of a megapixel. */
final class Extract {

  private static final int LEAST_EDGE = 16;
  private static final int MOST_EDGE = 768;
  private static final double MOST_PIXELS = 1 << 20;

  private Extract() {}

  /** All of it, smaller if it is large: for what looks at the contents. */
  static BufferedImage whole(BufferedImage image) {
    double pixels = (double) image.getWidth() * image.getHeight();
    if (pixels <= MOST_PIXELS) {
      return image;
    }
    double scale = Math.sqrt(MOST_PIXELS / pixels);
    return Scaling.to(
        image,
        (int) Math.max(1, image.getWidth() * scale),
        (int) Math.max(1, image.getHeight() * scale));
  }

  /**
   * Its middle, pixel by pixel, since noise and blur do not survive shrinking; nothing if it is too
   * small to be measured.
   */
  static Optional<BufferedImage> middle(BufferedImage image) {
    int width = Math.min(MOST_EDGE, image.getWidth());
    int height = Math.min(MOST_EDGE, image.getHeight());
    if (Math.min(width, height) < LEAST_EDGE) {
      return Optional.empty();
    }
    return Optional.of(
        image.getSubimage(
            (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height));
  }
}
