package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A condition and what is set into it.
 *
 * @param text in which {@code $} is the table it is about
 */
record Clause(String text, List<Object> values) {

  static Clause of(String text, Object... values) {
    return new Clause(text, List.of(values));
  }

  /** That a column has one of these values. */
  static Clause in(String column, List<?> values) {
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    return new Clause(column + " in (" + marks + ")", List.copyOf(values));
  }

  Clause and(Clause other) {
    List<Object> both = new ArrayList<>(values);
    both.addAll(other.values);
    return new Clause(text + " and " + other.text, both);
  }

  /** About this table of the statement. */
  Clause on(String table) {
    return new Clause(text.replace("$", table), values);
  }
}
