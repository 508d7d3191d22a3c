package dev.easel.domain.vision;

import java.awt.image.BufferedImage;

/** Separates the subject of a picture from its background. */
public interface Matting {

  /**
   * How much of each pixel belongs to the subject.
   *
   * @param source in sRGB; what is transparent counts as background
   * @return {@code TYPE_BYTE_GRAY} of the same size, 255 where it is the subject
   * @throws dev.easel.domain.shared.FailureException when the network is not available here
   */
  BufferedImage alpha(BufferedImage source);
}
