package dev.easel.service.generation;

import java.util.List;
import java.util.Optional;

/**
 * Expected seconds, from measured times.
 *
 * @param p50 half of what was measured took no longer
 * @param p90 nine of ten took no longer
 */
public record Eta(double p50, double p90) {

  /** Empty if nothing was measured. */
  static Optional<Eta> measured(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Eta(rank(sorted, 0.5), rank(sorted, 0.9)));
  }

  /**
   * With others before it.
   *
   * @param atOnce how many of them are worked on at once
   */
  Eta after(int ahead, double atOnce) {
    double turns = 1 + ahead / atOnce;
    return new Eta(p50 * turns, p90 * turns);
  }

  /** Whole seconds, never too few. */
  public int likely() {
    return (int) Math.ceil(p50);
  }

  /** Whole seconds, never too few. */
  public int atWorst() {
    return (int) Math.ceil(p90);
  }

  private static double rank(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
