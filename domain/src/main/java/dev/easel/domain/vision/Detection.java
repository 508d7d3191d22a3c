package dev.easel.domain.vision;

import static java.util.Objects.requireNonNull;

/**
 * Something found in a picture.
 *
 * @param label what it is taken for: {@code face}, or one of the 80 names of COCO
 * @param score how sure the network is, above 0 to 1
 * @param box where, in pixels of the picture that was handed in
 */
public record Detection(String label, double score, Region box) {

  public Detection {
    requireNonNull(label, "label");
    requireNonNull(box, "box");
  }
}
