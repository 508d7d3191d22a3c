package dev.easel.service.editing;

import dev.easel.domain.asset.Scores;
import java.awt.image.BufferedImage;

/** Measures made images. */
@FunctionalInterface
public interface Scoring {

  Scoring NONE = image -> Scores.NONE;

  /** Null stands for what could not be measured; measuring fails no order. */
  Scores of(BufferedImage image);
}
