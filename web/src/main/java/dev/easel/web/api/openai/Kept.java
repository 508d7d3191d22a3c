package dev.easel.web.api.openai;

import dev.easel.domain.shared.StoredText;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What is kept of a request in the client's own words: never its pictures, only how it named them.
 */
final class Kept {

  private static final int LONGEST_TEXT = 20_000;

  /** Ids and addresses are shorter; what is longer is content. */
  private static final int LONGEST_NAME = 2048;

  private static final List<String> PICTURES = List.of("image", "images", "mask", "markup");

  private Kept() {}

  /** JSON text; null if it is too long to be kept. The prompt has its own column. */
  static String of(JsonObject body) {
    JsonObjectBuilder kept = WireJson.object(body).remove("prompt");
    PICTURES.stream()
        .filter(body::containsKey)
        .forEach(name -> kept.add(name, withoutContent(body.get(name))));
    String text = kept.build().toString();
    return text.length() > LONGEST_TEXT || !StoredText.isStorable(text) ? null : text;
  }

  private static JsonValue withoutContent(JsonValue value) {
    if (value instanceof JsonString text) {
      boolean content = text.getChars().length() > LONGEST_NAME || isData(text.getString());
      return content ? WireJson.text("(content)") : value;
    }
    if (value instanceof JsonObject object) {
      JsonObjectBuilder kept = WireJson.object();
      object.forEach((name, inner) -> kept.add(name, withoutContent(inner)));
      return kept.build();
    }
    if (value.getValueType() == JsonValue.ValueType.ARRAY) {
      JsonArrayBuilder kept = WireJson.array();
      value.asJsonArray().forEach(inner -> kept.add(withoutContent(inner)));
      return kept.build();
    }
    return value;
  }

  private static boolean isData(String text) {
    return text.stripLeading().regionMatches(true, 0, "data:", 0, 5);
  }
}
