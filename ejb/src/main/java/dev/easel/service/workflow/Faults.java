package dev.easel.service.workflow;

import dev.easel.domain.shared.FailureException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with a definition, each under the path of its member. */
final class Faults {

  private static final int MOST = 50;

  private final Map<String, String> found = new LinkedHashMap<>();

  void add(String path, String reason) {
    if (found.size() < MOST) {
      found.putIfAbsent(path, reason);
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with all of it
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw FailureException.invalid(found);
    }
  }
}
