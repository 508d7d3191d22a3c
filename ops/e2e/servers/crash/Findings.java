package dev.easel.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was checked, and what was found wrong with it. */
final class Findings {

  private static final int SHOWN = 12;

  private final Map<String, List<String>> byCheck = new LinkedHashMap<>();

  /** Makes a check known; it is fine until something is found. */
  void check(String name) {
    byCheck.computeIfAbsent(name, n -> new ArrayList<>());
  }

  void wrong(String name, String detail) {
    byCheck.computeIfAbsent(name, n -> new ArrayList<>()).add(detail);
  }

  void expect(String name, boolean good, String detail) {
    check(name);
    if (!good) {
      wrong(name, detail);
    }
  }

  /** Prints a line for each check; true if all are fine. */
  boolean print() {
    byCheck.forEach(
        (name, details) -> {
          System.out.println((details.isEmpty() ? "ok - " : "not ok - ") + name);
          details.stream().limit(SHOWN).forEach(detail -> System.out.println("  # " + detail));
          if (details.size() > SHOWN) {
            System.out.println("  # and " + (details.size() - SHOWN) + " more");
          }
        });
    return byCheck.values().stream().allMatch(List::isEmpty);
  }
}
