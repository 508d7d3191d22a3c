package dev.easel.domain.editing;

import java.util.Locale;

/** What of a mask image marks the pixels to be repainted. */
public enum Polarity {
  /** White and opaque is repainted; black and what is transparent is kept. */
  LIGHT,
  /** Black is repainted, white kept: {@code preserve_masked_area}. */
  DARK,
  /** What is transparent is repainted: masks of the OpenAI surface. */
  TRANSPARENT;

  /** The word settings are stored with. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none
   */
  public static Polarity of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
