package dev.easel.domain.vision;

import java.awt.image.BufferedImage;

/** Judges whether a picture is safe for work. */
public interface ContentScorer {

  /** Transparent parts are judged as if on white. */
  ContentScore score(BufferedImage source);
}
