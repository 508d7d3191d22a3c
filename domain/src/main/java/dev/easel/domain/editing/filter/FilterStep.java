package dev.easel.domain.editing.filter;

import dev.easel.domain.shared.FailureException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One filter with its parameters, checked and with every default filled in.
 *
 * @param values numbers, texts and flags by the names of the parameters
 */
public record FilterStep(FilterType type, Map<String, Object> values) {

  /** More in a row are not taken. */
  public static final int MOST_STEPS = 50;

  private static final String FIELD = "filters";

  public FilterStep {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Reads steps as they stand in a request: each has a {@code type} and parameters.
   *
   * @throws FailureException {@code INVALID_REQUEST} on {@code filters[i].…}
   */
  public static List<FilterStep> read(List<Map<String, Object>> given) {
    if (given.isEmpty() || given.size() > MOST_STEPS) {
      throw FailureException.invalid(FIELD, "must be 1 to " + MOST_STEPS + " filters");
    }
    List<FilterStep> steps = new ArrayList<>();
    for (Map<String, Object> step : given) {
      steps.add(read(step, FIELD + "[" + steps.size() + "]"));
    }
    return steps;
  }

  private static FilterStep read(Map<String, Object> given, String field) {
    FilterType type =
        Optional.ofNullable(given.get("type"))
            .filter(String.class::isInstance)
            .flatMap(name -> FilterType.of((String) name))
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        field + ".type", "must be one of: " + FilterType.names()));
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : type.parameters()) {
      Object value = value(parameter, given.get(parameter.name()), field);
      if (value != null) {
        values.put(parameter.name(), value);
      }
    }
    FilterStep step = new FilterStep(type, values);
    step.judge(field);
    return step;
  }

  private static Object value(Parameter parameter, Object given, String field) {
    if (given == null) {
      return parameter.fallback();
    }
    try {
      return parameter.read(given);
    } catch (IllegalArgumentException e) {
      throw FailureException.invalid(field + "." + parameter.name(), e.getMessage());
    }
  }

  /** What no single parameter can tell. */
  private void judge(String field) {
    switch (type) {
      case CROP -> {
        require(field, "width");
        require(field, "height");
      }
      case RESIZE -> {
        if (!has("width") && !has("height")) {
          require(field, "width");
        }
      }
      case WATERMARK -> {
        require(field, "text");
        judgeColour(field);
      }
      case ROTATE -> judgeColour(field);
      case ARTISTIC -> require(field, "style");
      default -> {
        // each has a default
      }
    }
  }

  private void require(String field, String name) {
    if (!has(name)) {
      throw FailureException.invalid(field + "." + name, "is required");
    }
  }

  private void judgeColour(String field) {
    String colour = text("color");
    if (!colour.equals("transparent") && !colour.matches("#[0-9a-fA-F]{6}")) {
      throw FailureException.invalid(field + ".color", "must be #RRGGBB or transparent");
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  double number(String name) {
    return ((Number) values.get(name)).doubleValue();
  }

  int integer(String name) {
    return ((Number) values.get(name)).intValue();
  }

  String text(String name) {
    return (String) values.get(name);
  }

  boolean flag(String name) {
    return (Boolean) values.get(name);
  }
}
