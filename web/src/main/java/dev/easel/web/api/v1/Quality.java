package dev.easel.web.api.v1;

import dev.easel.domain.catalog.ImageModel;
import java.util.Locale;
import java.util.Optional;

/** {@code params.quality}: how large, and with how much work. Source: product decision B6. */
enum Quality {
  SD(768, 0.6),
  HD(1024, 1),
  FULL_HD(1536, 1.5);

  private final int longEdge;
  private final double effort;

  Quality(int longEdge, double effort) {
    this.longEdge = longEdge;
    this.effort = effort;
  }

  static Optional<Quality> parse(String word) {
    for (Quality quality : values()) {
      if (quality.wire().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Pixels of the longer edge, where no size is given. */
  int longEdge() {
    return longEdge;
  }

  /** Steps for the model, where none are given. */
  int steps(ImageModel model) {
    long wanted = Math.round(model.defaultSteps() * effort);
    return (int) Math.max(model.minSteps(), Math.min(model.maxSteps(), wanted));
  }
}
