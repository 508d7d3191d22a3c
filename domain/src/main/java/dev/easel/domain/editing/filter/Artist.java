package dev.easel.domain.editing.filter;

import java.awt.image.BufferedImage;

/** Makes pictures look painted or drawn. */
@FunctionalInterface
public interface Artist {

  /**
   * @param picture opaque, sRGB
   * @return {@code TYPE_INT_RGB} of the same size
   * @throws dev.easel.domain.shared.FailureException when that is not available here
   */
  BufferedImage paint(BufferedImage picture, ArtStyle style);
}
