package dev.easel.service.editing;

import dev.easel.domain.editing.filter.FilterStep;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filters as they stand in requests and in the settings of an order. */
public final class FilterSettings {

  private FilterSettings() {}

  /**
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} on {@code filters[i]}
   */
  public static List<FilterStep> read(JsonArray filters) {
    List<Map<String, Object>> given = new ArrayList<>();
    for (JsonValue filter : filters) {
      given.add(filter instanceof JsonObject object ? plain(object) : Map.of());
    }
    return FilterStep.read(given);
  }

  /** With every default, to be stored. */
  public static JsonArray json(List<FilterStep> steps) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (FilterStep step : steps) {
      JsonObjectBuilder object = Json.createObjectBuilder().add("type", step.type().wire());
      step.values().forEach((name, value) -> object.add(name, value(value)));
      array.add(object);
    }
    return array.build();
  }

  private static JsonValue value(Object value) {
    if (value instanceof Integer number) {
      return Json.createValue(number);
    }
    if (value instanceof Double number) {
      return Json.createValue(number);
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return Json.createValue((String) value);
  }

  private static Map<String, Object> plain(JsonObject object) {
    Map<String, Object> plain = new LinkedHashMap<>();
    object.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  /** What no filter takes stays as it is, and is refused by its parameter. */
  private static Object plain(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.doubleValue();
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
      default -> value;
    };
  }
}
