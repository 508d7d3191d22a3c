package dev.easel.fake.comfy;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON in short. */
final class FakeJson {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private FakeJson() {}

  static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  static JsonObjectBuilder object(JsonObject start) {
    return PROVIDER.createObjectBuilder(start);
  }

  static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  static JsonArrayBuilder texts(Iterable<String> values) {
    JsonArrayBuilder array = array();
    values.forEach(array::add);
    return array;
  }

  static Optional<JsonObject> parse(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  static String string(JsonObject of, String name) {
    return of.get(name) instanceof JsonString text ? text.getString() : "";
  }

  static JsonObject child(JsonObject of, String name) {
    return of.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** A recorded file. */
  static String recorded(String name) {
    try (InputStream in = FakeJson.class.getResourceAsStream("/comfyui/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("No fixture " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
