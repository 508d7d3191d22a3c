package dev.easel.domain.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a further image of an order is for. Source: product decision B5. */
public enum ReferenceRole {
  /** Something to look at, as the further images of OpenAI's edits are. */
  IMAGE,
  /** How the result is to look. */
  STYLE,
  /** Whose face it is to show. */
  FACE;

  /** {@code style}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds by {@link #wire}. */
  public static Optional<ReferenceRole> parse(String wire) {
    return Arrays.stream(values()).filter(known -> known.wire().equals(wire)).findFirst();
  }
}
