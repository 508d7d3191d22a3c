package dev.easel.adapter.provider;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** JSON from nodes, which may be of any shape; the provider is looked up once. */
public final class NodeJson {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

  private NodeJson() {}

  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  public static JsonObjectBuilder object(JsonObject start) {
    return PROVIDER.createObjectBuilder(start);
  }

  public static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  public static JsonValue text(String text) {
    return PROVIDER.createValue(text);
  }

  /** The object, or empty if the text is anything else. */
  public static Optional<JsonObject> parse(String text) {
    return structure(text).filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
  }

  public static Optional<JsonStructure> structure(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return Optional.of(reader.read());
    } catch (RuntimeException e) {
      // JsonException, but a plain one for what is nested without end: no node is to break a look.
      return Optional.empty();
    }
  }

  /** The member as an object; an empty one if it is missing or something else. */
  public static JsonObject child(JsonObject of, String name) {
    JsonValue value = of.get(name);
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  public static JsonArray list(JsonObject of, String name) {
    JsonValue value = of.get(name);
    return value instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }

  /** The member's text; empty if it is missing or something else. */
  public static String string(JsonObject of, String name) {
    return string(of.get(name));
  }

  public static String string(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : "";
  }

  public static double number(JsonObject of, String name) {
    return of.get(name) instanceof JsonNumber number ? number.doubleValue() : 0;
  }
}
