package dev.easel.domain.generation;

import java.util.Locale;

/**
 * A further image of an order, beside the one to start from and its mask.
 *
 * @param imageId of an image or an upload of the tenant
 * @param strength 0–1: how much it counts, in hundredths; 1 if nobody said
 */
public record Reference(String imageId, ReferenceRole role, double strength) {

  public static final double FULL = 1;

  public Reference {
    strength = Math.round(strength * 100) / 100.0;
  }

  /** One to look at, which counts fully. */
  public static Reference to(String imageId) {
    return new Reference(imageId, ReferenceRole.IMAGE, FULL);
  }

  /** {@code img_…:style:0.70}, as it is stored. */
  String text() {
    return String.format(Locale.ROOT, "%s:%s:%.2f", imageId, role.wire(), strength);
  }

  /** Reads {@link #text}; an id alone is one to look at. */
  static Reference parse(String text) {
    String[] parts = text.split(":");
    return parts.length < 3
        ? to(parts[0])
        : new Reference(
            parts[0],
            ReferenceRole.parse(parts[1]).orElse(ReferenceRole.IMAGE),
            Double.parseDouble(parts[2]));
  }
}
