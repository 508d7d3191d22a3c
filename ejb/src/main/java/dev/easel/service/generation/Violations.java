package dev.easel.service.generation;

import dev.easel.domain.shared.FailureException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with a request, so that the caller learns all of it at once. */
final class Violations {

  private final Map<String, String> found = new LinkedHashMap<>();

  void add(String field, String reason) {
    found.putIfAbsent(field, reason);
  }

  void unless(boolean fine, String field, String reason) {
    if (!fine) {
      add(field, reason);
    }
  }

  /** An absent value is in every range; NaN is in none. */
  void range(String field, Number value, Number least, Number most) {
    boolean fine =
        value == null
            || (value.doubleValue() >= least.doubleValue()
                && value.doubleValue() <= most.doubleValue());
    unless(fine, field, "must be between " + least + " and " + most);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw FailureException.invalid(found);
    }
  }
}
