package dev.easel.domain.editing.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Looks of painting and drawing. Source: seed 001, filter {@code artistic}. */
public enum ArtStyle {
  OIL_PAINTING,
  WATERCOLOR,
  PENCIL_SKETCH,
  CARTOON,
  STYLIZATION,
  POP_ART,
  IMPRESSIONIST;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ArtStyle::wire).toList();
  }

  static ArtStyle of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
