package dev.easel.web.api.v1;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Surface;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** What a v1 client asked for in words the pipeline has no column for, kept with the generation. */
final class Requested {

  private static final List<String> KEPT = List.of("style_name", "aspect_ratio", "quality");
  private static final int LONGEST = 100;

  private Requested() {}

  /** JSON text of the kept members. */
  static String of(ConfigMembers members) {
    JsonObjectBuilder kept = WireJson.object();
    for (String name : KEPT) {
      JsonInput object = members.with(name);
      String text = object.has(name) ? object.text(name, LONGEST) : null;
      if (text != null) {
        kept.add(name, text);
      }
    }
    return kept.build().toString();
  }

  /** The style asked for; null if none, or if the generation came in by another door. */
  static String style(Generation generation) {
    return own(generation).getString("style_name", null);
  }

  private static JsonObject own(Generation generation) {
    return generation.surface() == Surface.V1
        ? generation.requested().map(Requested::parse).orElse(JsonValue.EMPTY_JSON_OBJECT)
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }
  }
}
