package dev.easel.domain.editing.filter;

import java.util.List;

/**
 * A parameter of a filter.
 *
 * @param least smallest number, or fewest characters
 * @param most largest number, or most characters
 * @param fallback what counts if it is not given: a number, a text or a flag; null if it must be
 *     given, or if its absence has a meaning of its own
 * @param words the only texts there are; empty for any
 */
public record Parameter(
    String name, Kind kind, double least, double most, Object fallback, List<String> words) {

  /** What its values are. */
  public enum Kind {
    NUMBER,
    INTEGER,
    TEXT,
    FLAG
  }

  static Parameter number(String name, double least, double most, double fallback) {
    return new Parameter(name, Kind.NUMBER, least, most, fallback, List.of());
  }

  static Parameter integer(String name, int least, int most, Integer fallback) {
    return new Parameter(name, Kind.INTEGER, least, most, fallback, List.of());
  }

  static Parameter text(String name, int most, String fallback) {
    return new Parameter(name, Kind.TEXT, 1, most, fallback, List.of());
  }

  static Parameter word(String name, String fallback, List<String> words) {
    return new Parameter(name, Kind.TEXT, 1, 40, fallback, words);
  }

  static Parameter flag(String name, boolean fallback) {
    return new Parameter(name, Kind.FLAG, 0, 0, fallback, List.of());
  }

  /**
   * The value in the type of its kind.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  Object read(Object given) {
    return switch (kind) {
      case NUMBER -> number(given);
      case INTEGER -> integer(given);
      case TEXT -> text(given);
      case FLAG -> flag(given);
    };
  }

  private Double number(Object given) {
    if (!(given instanceof Number number) || !within(number.doubleValue())) {
      throw new IllegalArgumentException(
          "must be a number from " + plain(least) + " to " + plain(most));
    }
    return number.doubleValue();
  }

  private Integer integer(Object given) {
    boolean whole =
        given instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue());
    if (!whole || !within(((Number) given).doubleValue())) {
      throw new IllegalArgumentException(
          "must be a whole number from " + plain(least) + " to " + plain(most));
    }
    return ((Number) given).intValue();
  }

  private boolean within(double value) {
    return value >= least && value <= most;
  }

  private String text(Object given) {
    if (!words.isEmpty()) {
      if (!(given instanceof String word) || !words.contains(word)) {
        throw new IllegalArgumentException("must be one of: " + String.join(", ", words));
      }
      return word;
    }
    if (!(given instanceof String text) || text.isBlank() || text.length() > most) {
      throw new IllegalArgumentException("must be a text of 1 to " + plain(most) + " characters");
    }
    return text;
  }

  private static Boolean flag(Object given) {
    if (given instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("must be true or false");
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
