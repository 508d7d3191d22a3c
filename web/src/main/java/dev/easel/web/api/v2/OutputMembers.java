package dev.easel.web.api.v2;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.JsonInput;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The section {@code output}: how results are encoded and handed over. */
final class OutputMembers {

  private static final Set<String> MEMBERS = Set.of("format", "quality", "return_type");
  private static final Set<String> AS_CONTENT = Set.of("base64", "b64_json");

  private final JsonInput output;

  OutputMembers(JsonInput body) {
    output = body.object("output");
  }

  /** Whether somebody who asked for this wants the images inside the answer. */
  static boolean wantsContent(JsonObject given) {
    return given.get("output") instanceof JsonObject output
        && AS_CONTENT.contains(output.getString("return_type", ""));
  }

  void read(GenerationRequest request, Given given) {
    String format = output.text("format");
    format(output, "format").ifPresent(request::format);
    Integer quality = output.integer("quality");
    if (quality != null) {
      request.encodingQuality(quality);
    }
    String returnType = output.text("return_type");
    if (returnType != null && !returnType.equals("url") && !AS_CONTENT.contains(returnType)) {
      output.violate("return_type", "must be one of: url, base64");
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("format", format);
    kept.put("quality", quality);
    kept.put("return_type", returnType);
    given.keepSection("output", kept);
  }

  List<String> strangers() {
    return output.strangers(MEMBERS);
  }

  /** A format by its name; empty if there is none, or none of that name, which is noted. */
  static Optional<ImageFormat> format(JsonInput where, String name) {
    String text = where.text(name);
    Optional<ImageFormat> format = Optional.ofNullable(text).flatMap(ImageFormat::parse);
    if (text != null && format.isEmpty()) {
      where.violate(name, "must be one of: png, jpg, webp");
    }
    return format;
  }
}
