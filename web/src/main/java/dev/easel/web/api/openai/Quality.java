package dev.easel.web.api.openai;

import dev.easel.domain.catalog.ImageModel;

/**
 * The quality words and what they do to a model that refines in steps. {@code standard} and {@code
 * hd} are the old names of medium and high.
 */
enum Quality {
  LOW("low", 0.5),
  MEDIUM("medium", 1),
  HIGH("high", 1.5),
  XHIGH("xhigh", 2),
  MAX("max", Double.POSITIVE_INFINITY);

  private final String wire;
  private final double effort;

  Quality(String wire, double effort) {
    this.wire = wire;
    this.effort = effort;
  }

  /** Of the word given; null, empty and {@code auto} are medium. */
  static Quality of(String word) {
    return switch (word == null ? "" : word) {
      case "low" -> LOW;
      case "high", "hd" -> HIGH;
      case "xhigh" -> XHIGH;
      case "max" -> MAX;
      default -> MEDIUM;
    };
  }

  /** As answers print it, resolved: never auto, and only words the SDKs know. */
  String wire() {
    return wire;
  }

  int steps(ImageModel model) {
    double wanted = Math.rint(model.defaultSteps() * effort);
    return (int) Math.max(model.minSteps(), Math.min(model.maxSteps(), wanted));
  }
}
