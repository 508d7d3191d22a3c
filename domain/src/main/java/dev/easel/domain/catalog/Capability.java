package dev.easel.domain.catalog;

import java.util.Locale;

/** What a model can be asked to do. {@link #wire()} is the word of seed 001. */
public enum Capability {
  TEXT_TO_IMAGE,
  IMAGE_TO_IMAGE,
  INPAINTING,
  OUTPAINTING,
  CONTROLNET,
  UPSCALING,
  BACKGROUND_REMOVAL,
  FILTERING,
  RESTORATION,
  ANALYSIS;

  /** {@code text-to-image}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code text_to_image}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
