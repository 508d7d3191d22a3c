package dev.easel.service.toolbox;

import java.awt.image.BufferedImage;

/** Parts of pictures. */
final class Crops {

  /** Smaller parts say nothing of quality. */
  static final int LEAST = 16;

  private Crops() {}

  /** The middle, with edges of at most so many pixels. */
  static BufferedImage middle(BufferedImage image, int edge) {
    int width = Math.min(edge, image.getWidth());
    int height = Math.min(edge, image.getHeight());
    int left = (image.getWidth() - width) / 2;
    int top = (image.getHeight() - height) / 2;
    return image.getSubimage(left, top, width, height);
  }
}
