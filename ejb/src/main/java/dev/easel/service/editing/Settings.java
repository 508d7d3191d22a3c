package dev.easel.service.editing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * An operation's own parameters, as they were stored with its order. They were checked before, so
 * what is missing has its default and nothing is of a wrong type.
 */
public final class Settings {

  private final JsonObject json;

  private Settings(JsonObject json) {
    this.json = json;
  }

  public static Settings of(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return new Settings(reader.readObject());
    }
  }

  public boolean flag(String name) {
    return json.getBoolean(name, false);
  }

  public double number(String name, double fallback) {
    return json.get(name) instanceof JsonNumber number ? number.doubleValue() : fallback;
  }

  public int integer(String name, int fallback) {
    return json.get(name) instanceof JsonNumber number ? number.intValue() : fallback;
  }

  public String text(String name, String fallback) {
    return json.get(name) instanceof JsonString text ? text.getString() : fallback;
  }

  public Settings object(String name) {
    return new Settings(
        json.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
  }

  public JsonArray array(String name) {
    return json.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
