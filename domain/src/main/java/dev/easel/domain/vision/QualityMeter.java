package dev.easel.domain.vision;

import java.awt.image.BufferedImage;

/** Measures technical quality, which is not beauty: noise, blur and compression make it worse. */
public interface QualityMeter {

  /**
   * BRISQUE, a measure that needs no original to compare with.
   *
   * @param source at least 16 pixels each way
   * @return 0 for the best to 100 for the worst
   */
  double brisque(BufferedImage source);
}
