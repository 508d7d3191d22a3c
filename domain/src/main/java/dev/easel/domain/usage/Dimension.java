package dev.easel.domain.usage;

import java.util.Locale;

/** By what usage can be told apart, besides time. */
public enum Dimension {
  MODEL,
  /** The API key that asked. */
  KEY,
  USER,
  /** {@code 1024x1024}. */
  SIZE,
  /** {@code image.generation} or {@code image.edit}. */
  SOURCE;

  /** {@code model}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
