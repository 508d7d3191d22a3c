package dev.easel.service.editing;

import dev.easel.domain.asset.Scores;
import java.awt.image.BufferedImage;

/** Measures made images. */
@FunctionalInterface
public interface Scoring {

  Scoring NONE = image -> Measurement.of(Scores.NONE);

  /** Null scores stand for what could not be measured; measuring fails no order and is bounded. */
  Measurement of(BufferedImage image);

  /** An image is going to be made: what measures it is loaded meanwhile. Does not wait. */
  default void expectImages() {}
}
