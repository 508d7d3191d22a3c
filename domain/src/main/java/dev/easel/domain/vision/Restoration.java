package dev.easel.domain.vision;

import java.awt.image.BufferedImage;

/** Removes damage from pictures without changing their size. */
public interface Restoration {

  /**
   * The picture with less of that damage.
   *
   * @param source in sRGB; transparency is kept as it is
   * @param strength 0 leaves the picture as it is, 1 removes all that is taken for damage
   * @throws dev.easel.domain.shared.FailureException when the network is not available here
   */
  BufferedImage restore(BufferedImage source, Damage damage, double strength, Progress progress);
}
