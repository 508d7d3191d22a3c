package dev.easel.adapter.vision.onnx;

import dev.easel.domain.vision.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Networks find the same thing many times; the surest of those that overlap stays. */
final class Overlaps {

  private Overlaps() {}

  /** The surest first; of two with one label that share more than the limit, the surer. */
  static List<Detection> removed(List<Detection> found, double limit) {
    List<Detection> kept = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingDouble(Detection::score).reversed())
        .filter(d -> kept.stream().noneMatch(k -> isSame(k, d, limit)))
        .forEach(kept::add);
    return kept;
  }

  private static boolean isSame(Detection kept, Detection other, double limit) {
    return kept.label().equals(other.label()) && kept.box().overlap(other.box()) > limit;
  }
}
