package dev.easel.domain.vision;

import java.awt.image.BufferedImage;

/** Fills parts of a picture from what surrounds them, as if what was there had been erased. */
public interface Inpainting {

  /**
   * The picture with what the mask marks replaced; the other pixels stay as they are.
   *
   * @param source in sRGB
   * @param mask of the same size; light pixels are filled, dark ones kept
   * @throws dev.easel.domain.shared.FailureException when the algorithm is not available here
   */
  BufferedImage fill(BufferedImage source, BufferedImage mask);
}
