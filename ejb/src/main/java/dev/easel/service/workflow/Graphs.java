package dev.easel.service.workflow;

import dev.easel.domain.workflow.Link;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON of ComfyUI's API format: nodes by id, each with its class and its inputs, which are
 * values or links {@code ["id", output]}.
 */
final class Graphs {

  private static final int MOST_OUTPUTS = 1_000;

  static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

  private Graphs() {}

  /** Reads an object this house wrote itself or a node sent. */
  static JsonObject parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  static JsonObject inputs(JsonObject graph, String node) {
    return graph.getJsonObject(node).getJsonObject("inputs");
  }

  static String nodeClass(JsonObject graph, String node) {
    return graph.getJsonObject(node).getString("class_type");
  }

  /** Empty if an input is a value. An output that no node can have is -1. */
  static Optional<Link> link(JsonValue input) {
    return input instanceof JsonArray pair
            && pair.size() == 2
            && pair.get(0) instanceof JsonString node
            && pair.get(1) instanceof JsonNumber output
        ? Optional.of(new Link(node.getString(), position(output.doubleValue())))
        : Optional.empty();
  }

  private static int position(double output) {
    return output >= 0 && output <= MOST_OUTPUTS && output == Math.rint(output) ? (int) output : -1;
  }

  static JsonArray link(Link link) {
    return JSON.createArrayBuilder().add(link.node()).add(link.output()).build();
  }

  static JsonValue text(String text) {
    return JSON.createValue(text);
  }

  static JsonValue number(long number) {
    return JSON.createValue(number);
  }

  /** Without an exponent and without digits that say nothing. */
  static JsonValue number(double number) {
    BigDecimal plain = BigDecimal.valueOf(number).stripTrailingZeros();
    return JSON.createValue(plain.scale() < 1 ? plain.setScale(1) : plain);
  }

  /** All 64 bits count: a negative seed is one of the upper half. */
  static JsonValue unsigned(long number) {
    return JSON.createValue(new BigInteger(Long.toUnsignedString(number)));
  }
}
