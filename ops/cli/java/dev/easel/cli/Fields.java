package dev.easel.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the API answers. A field that is absent or of another type is simply not there. */
final class Fields {

  private Fields() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  static List<Map<String, Object>> maps(Object value) {
    return value instanceof List<?> list ? list.stream().map(Fields::map).toList() : List.of();
  }

  static String text(Object value, String otherwise) {
    return value instanceof String string ? string : otherwise;
  }

  static double number(Object value, double otherwise) {
    return value instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** The sentence for an error envelope: code, message, the fields at fault, the request's id. */
  static String failure(Map<String, Object> body, String otherwise) {
    Map<String, Object> error = map(body.get("error"));
    if (error.isEmpty()) {
      return otherwise;
    }
    String sentence = text(error.get("code"), otherwise) + ": " + text(error.get("message"), "");
    String details =
        map(error.get("details")).entrySet().stream()
            .filter(e -> e.getValue() != null)
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
    String request = text(error.get("request_id"), null);
    return sentence
        + (details.isEmpty() ? "" : " (" + details + ")")
        + (request == null ? "" : " [" + request + "]");
  }
}
