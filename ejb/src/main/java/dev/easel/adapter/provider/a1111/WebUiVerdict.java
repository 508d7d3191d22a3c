package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** Judges calls that failed. Traces in them are for the node's operator only. */
final class WebUiVerdict {

  /** Our parameters behind the fields of a request. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "width", "size",
          "height", "size",
          "steps", "steps",
          "cfg_scale", "guidance",
          "batch_size", "n",
          "seed", "seed",
          "denoising_strength", "strength",
          "sampler_name", "sampler",
          "scheduler", "sampler");

  private WebUiVerdict() {}

  static JobFault of(int status, String text) {
    JsonObject body = NodeJson.parse(text).orElseGet(() -> NodeJson.object().build());
    return switch (status) {
      case 401, 403 -> JobFault.of(Kind.ACCESS_DENIED, "The node does not accept our credentials");
      case 404, 405 -> notFound(body);
      case 413 -> JobFault.of(Kind.CAPABILITY_MISSING, "The image is larger than the node takes");
      case 422 -> invalid(body);
      default -> broken(status, body);
    };
  }

  private static JobFault notFound(JsonObject body) {
    return NodeJson.string(body, "detail").contains("Sampler")
        ? new JobFault(Kind.INVALID_VALUE, "The node has no such sampler", "sampler")
        : JobFault.of(Kind.CAPABILITY_MISSING, "The node was started without its API");
  }

  /** The first objection: {@code {"detail": [{"loc": ["body", "width"], "msg": …, "type": …}]}}. */
  private static JobFault invalid(JsonObject body) {
    JsonArray details = NodeJson.list(body, "detail");
    JsonArray where =
        !details.isEmpty() && details.get(0) instanceof JsonObject first
            ? NodeJson.list(first, "loc")
            : details;
    String field = where.isEmpty() ? "" : NodeJson.string(where.get(where.size() - 1));
    return new JobFault(
        Kind.INVALID_VALUE, "The node does not take this value", FIELDS.getOrDefault(field, ""));
  }

  private static JobFault broken(int status, JsonObject body) {
    String told =
        (NodeJson.string(body, "error")
                + NodeJson.string(body, "errors")
                + NodeJson.string(body, "detail"))
            .toLowerCase(Locale.ROOT);
    if (told.contains("outofmemory") || told.contains("out of memory")) {
      return JobFault.of(Kind.OUT_OF_MEMORY, "The node has too little memory for this image");
    }
    return told.contains("invalid encoded image") || told.contains("cannot identify image")
        ? JobFault.of(Kind.INVALID_IMAGE, "The node cannot read the input image")
        : JobFault.of(Kind.NODE_FAILED, "The node failed with status " + status);
  }
}
