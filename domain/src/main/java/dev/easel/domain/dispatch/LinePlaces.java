package dev.easel.domain.dispatch;

import dev.easel.domain.generation.Parked;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How one is moved within its tenant's line: it is placed just before the one that shall follow it,
 * and those before it make room where they stand too close. Nobody after it is touched.
 */
public final class LinePlaces {

  private LinePlaces() {}

  /**
   * The rows to be changed.
   *
   * @param others the line without it, as far as the place it is to have and one more
   * @param place 1 for the first
   */
  public static List<Parked> moved(Parked moved, List<Parked> others, int place) {
    int before = Math.min(place - 1, others.size());
    if (before == others.size()) {
      return others.isEmpty()
          ? List.of()
          : List.of(moved.at(others.get(before - 1).placedAt().plus(1, ChronoUnit.MICROS)));
    }
    List<Parked> changed = new ArrayList<>();
    Instant free = others.get(before).placedAt().minus(1, ChronoUnit.MICROS);
    changed.add(moved.at(free));
    for (int i = before - 1; i >= 0 && !others.get(i).placedAt().isBefore(free); i--) {
      free = free.minus(1, ChronoUnit.MICROS);
      changed.add(others.get(i).at(free));
    }
    return changed;
  }
}
