package dev.easel.service.workflow;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a node class declares one of its inputs.
 *
 * @param type {@code INT}, {@code MODEL} …; {@code COMBO} for a list to choose from
 * @param choices of a list; empty lists are declared where files are missing
 * @param options minimum, maximum and the like
 */
record InputDeclaration(String type, List<JsonValue> choices, JsonObject options) {

  static final String COMBO = "COMBO";

  /** Types whose values can be written into a graph; all others come from other nodes. */
  private static final Set<String> WRITTEN = Set.of("INT", "FLOAT", "STRING", "BOOLEAN", COMBO);

  /**
   * Reads both ways lists are declared: {@code [["a", "b"], {…}]} and {@code ["COMBO", {"options":
   * ["a", "b"]}]}.
   *
   * @return empty if it is neither
   */
  static Optional<InputDeclaration> of(JsonValue declared) {
    if (!(declared instanceof JsonArray parts) || parts.isEmpty()) {
      return Optional.empty();
    }
    JsonObject options =
        parts.size() > 1 && parts.get(1) instanceof JsonObject given
            ? given
            : JsonValue.EMPTY_JSON_OBJECT;
    if (parts.get(0) instanceof JsonArray choices) {
      return Optional.of(new InputDeclaration(COMBO, choices, options));
    }
    if (!(parts.get(0) instanceof JsonString type)) {
      return Optional.empty();
    }
    List<JsonValue> choices =
        options.get("options") instanceof JsonArray listed ? listed : List.of();
    return Optional.of(new InputDeclaration(type.getString(), choices, options));
  }

  /** Whether a value can stand there, instead of a link. */
  boolean written() {
    return WRITTEN.contains(type) || type.equals("*") || type.contains(",");
  }

  /** Whether it is a file that is uploaded. */
  boolean uploaded() {
    return options.getBoolean("image_upload", false);
  }

  /** Whether an output of a type can be linked to it. Both may name several types. */
  boolean takes(String outputType) {
    if (type.equals("*") || outputType.equals("*") || outputType.equals(COMBO)) {
      return true;
    }
    List<String> wanted = List.of(type.split(","));
    return List.of(outputType.split(",")).stream().anyMatch(wanted::contains);
  }

  /** What is wrong with a value, in words that follow "is"; empty if nothing. */
  Optional<String> objection(JsonValue value) {
    return switch (type) {
      case "INT" -> number(value, true);
      case "FLOAT" -> number(value, false);
      case "STRING" -> value instanceof JsonString ? Optional.empty() : Optional.of("no text");
      case "BOOLEAN" ->
          value == JsonValue.TRUE || value == JsonValue.FALSE
              ? Optional.empty()
              : Optional.of("neither true nor false");
      default -> Optional.empty();
    };
  }

  private Optional<String> number(JsonValue value, boolean whole) {
    if (!(value instanceof JsonNumber number)) {
      return Optional.of("no number");
    }
    BigDecimal exact = number.bigDecimalValue();
    if (whole && exact.stripTrailingZeros().scale() > 0) {
      return Optional.of("no whole number");
    }
    if (bound("min").filter(min -> exact.compareTo(min) < 0).isPresent()) {
      return Optional.of("below the least, " + bound("min").orElseThrow());
    }
    return bound("max")
        .filter(max -> exact.compareTo(max) > 0)
        .map(max -> "above the most, " + max);
  }

  private Optional<BigDecimal> bound(String name) {
    return options.get(name) instanceof JsonNumber bound
        ? Optional.of(bound.bigDecimalValue())
        : Optional.empty();
  }
}
