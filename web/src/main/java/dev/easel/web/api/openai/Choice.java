package dev.easel.web.api.openai;

import dev.easel.web.api.JsonInput;
import java.util.List;

/** A string parameter that knows only certain values. */
enum Choice {
  QUALITY("quality", "auto", "low", "medium", "high", "xhigh", "max", "standard", "hd"),
  BACKGROUND("background", "auto", "transparent", "opaque"),
  MODERATION("moderation", "auto", "low"),
  RESPONSE_FORMAT("response_format", "url", "b64_json"),
  STYLE("style", "natural", "vivid"),
  INPUT_FIDELITY("input_fidelity", "low", "high"),
  COMPLEXITY("complexity", "low", "medium", "high"),
  OUTPUT_FORMAT("output_format", "png", "jpeg", "webp");

  private final String field;
  private final List<String> values;

  Choice(String field, String... values) {
    this.field = field;
    this.values = List.of(values);
  }

  /** The value given; null if there is none, or a wrong one, which is noted. */
  String read(JsonInput body) {
    String given = body.text(field);
    if (given != null && !values.contains(given)) {
      body.violate(field, "must be one of: " + String.join(", ", values));
      return null;
    }
    return given;
  }
}
