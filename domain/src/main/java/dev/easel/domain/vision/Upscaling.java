package dev.easel.domain.vision;

import java.awt.image.BufferedImage;

/** Makes pictures larger. */
public interface Upscaling {

  /** Larger results are refused: a quarter of a gigabyte of pixels. */
  long MOST_PIXELS = 1L << 26;

  /**
   * The picture with both edges times the factor, cleaned as the network does it.
   *
   * @param source in sRGB; transparency is kept, enlarged by itself
   * @param factor 2, 3 or 4
   * @return {@code TYPE_INT_ARGB} if any of the source is transparent, else {@code TYPE_INT_RGB}
   * @throws dev.easel.domain.shared.FailureException when that network is not available here, or
   *     the result would have more than {@link #MOST_PIXELS}
   */
  default BufferedImage upscale(
      BufferedImage source, Upscaler model, int factor, Progress progress) {
    return upscale(source, model, factor, 1, progress);
  }

  /**
   * The same with less cleaning.
   *
   * @param cleaning how much of what the network takes for noise or damage goes: from 0, all of it
   *     is put back, to 1; {@link Upscaler#LANCZOS} never cleans
   */
  BufferedImage upscale(
      BufferedImage source, Upscaler model, int factor, double cleaning, Progress progress);

  /** Whether the files of that way are there; asking loads nothing. */
  boolean isInstalled(Upscaler model);
}
