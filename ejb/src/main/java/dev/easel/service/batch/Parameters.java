package dev.easel.service.batch;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of a run as they are stored: a JSON object of strings. */
final class Parameters {

  private static final JsonProvider JSON = JsonProvider.provider();

  private Parameters() {}

  static String text(Map<String, String> parameters) {
    return JSON.createObjectBuilder(new TreeMap<String, Object>(parameters)).build().toString();
  }

  static Map<String, String> parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject stored = reader.readObject();
      Map<String, String> parameters = new TreeMap<>();
      stored.forEach((name, value) -> parameters.put(name, ((JsonString) value).getString()));
      return parameters;
    }
  }
}
