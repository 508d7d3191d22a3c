package dev.easel.web.api.openai;

import dev.easel.web.api.FormInput;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a form as the members they are in JSON, so that one decoder reads both. Forms have
 * nothing but text; what is no number stays text, and the decoder says so. An empty field is as one
 * that was not sent.
 */
final class FormFields {

  private static final Set<String> NUMBERS =
      Set.of(
          "n",
          "output_compression",
          "partial_images",
          "frame_count",
          "frame_duration_ms",
          "seed",
          "steps",
          "guidance_scale",
          "strength");

  private static final Set<String> FLAGS = Set.of("stream", "dry_run");
  private static final List<String> FILES = List.of("image", "images", "mask", "markup");
  private static final Pattern NESTED = Pattern.compile("(svg|metadata)\\[([^\\]]{1,200})].*");
  private static final int LONGEST_NUMBER = 40;

  private FormFields() {}

  static JsonInput read(FormInput form) {
    JsonObjectBuilder members = WireJson.object();
    Map<String, JsonObjectBuilder> nested = new TreeMap<>();
    for (String name : form.names()) {
      Matcher inner = NESTED.matcher(name);
      if (inner.matches()) {
        JsonObjectBuilder object = nested.computeIfAbsent(inner.group(1), n -> WireJson.object());
        form.text(name).ifPresent(text -> object.add(inner.group(2), text));
      } else if (!FILES.contains(name)) {
        form.text(name)
            .filter(text -> !text.isBlank())
            .ifPresent(text -> members.add(name, value(name, text)));
      }
    }
    nested.forEach(members::add);
    if (!form.files("markup").isEmpty()) {
      members.add("markup", "(file)"); // told as without effect
    }
    return JsonInput.of(members.build(), form.hash());
  }

  /** What it means as a flag; null if it is none. */
  static Boolean flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> null;
    };
  }

  private static JsonValue value(String name, String text) {
    if (NUMBERS.contains(name)) {
      return number(text);
    }
    if (FLAGS.contains(name)) {
      Boolean flag = flag(text);
      return flag == null ? WireJson.text(text) : flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return WireJson.text(text);
  }

  private static JsonValue number(String text) {
    try {
      return text.length() > LONGEST_NUMBER
          ? WireJson.text(text)
          : Json.createValue(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return WireJson.text(text);
    }
  }
}
