package dev.easel.web.api;

import dev.easel.domain.shared.FailureException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds numbers beyond a 64-bit float anywhere in a body, also where any JSON is welcome: {@code
 * 1e2147483647} takes minutes to expand and reads as infinity, or not at all, at whoever gets it
 * back.
 */
final class NumberLimits {

  /** Powers of ten. */
  private static final int HIGHEST = 308;

  private static final int LOWEST = -324;
  private static final int MOST_NAMED = 20;
  private static final int LONGEST_PATH = 60;

  private final Map<String, String> violations = new LinkedHashMap<>();

  private NumberLimits() {}

  /**
   * @throws FailureException {@code INVALID_REQUEST} naming the first of them
   */
  static void check(JsonObject body) {
    NumberLimits limits = new NumberLimits();
    limits.visit("", body);
    if (!limits.violations.isEmpty()) {
      throw FailureException.invalid(limits.violations);
    }
  }

  private void visit(String path, JsonValue value) {
    if (violations.size() >= MOST_NAMED) {
      return;
    }
    switch (value.getValueType()) {
      case OBJECT -> members(path, value.asJsonObject());
      case ARRAY -> elements(path, value.asJsonArray());
      case NUMBER -> judge(path, ((JsonNumber) value).bigDecimalValue());
      default -> {}
    }
  }

  private void members(String path, JsonObject object) {
    object.forEach((name, value) -> visit(below(path, name), value));
  }

  private void elements(String path, JsonArray array) {
    for (int i = 0; i < array.size(); i++) {
      visit(below(path, "[" + i + "]"), array.get(i));
    }
  }

  private void judge(String path, BigDecimal number) {
    long power = (long) number.precision() - number.scale() - 1;
    if (power > HIGHEST || power < LOWEST) {
      violations.put(path, "is out of range");
    }
  }

  /** A path ends where it would fill the answer. */
  private static String below(String path, String name) {
    if (path.length() > LONGEST_PATH) {
      return path;
    }
    String separator = path.isEmpty() || name.startsWith("[") ? "" : ".";
    return path + separator + Attachments.shown(name);
  }
}
