package dev.easel.web.api.openai;

import dev.easel.domain.shared.Remark;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.JsonInput;
import java.util.List;

/** What a request asks for and does not get, told with the result instead of dropped. */
final class Warnings {

  private static final List<String> WITHOUT_EFFECT =
      List.of("complexity", "frame_count", "frame_duration_ms", "svg");
  private static final List<String> UNKNOWN_YET =
      List.of("aspect_ratio", "loras", "references", "priority", "allow_substitution", "markup");

  private final JsonInput body;
  private final GenerationRequest order;

  Warnings(JsonInput body, GenerationRequest order) {
    this.body = body;
    this.order = order;
  }

  void ignored(String field, String reason) {
    order.remark(new Remark("parameter_ignored", "'" + field + "' has no effect: " + reason));
  }

  void ofIgnored() {
    WITHOUT_EFFECT.stream()
        .filter(body::has)
        .forEach(field -> ignored(field, "the model and format chosen do not know it"));
    UNKNOWN_YET.stream().filter(body::has).forEach(field -> ignored(field, "not supported here"));
  }
}
