package dev.easel.web.api.v1;

import dev.easel.domain.shared.FailureCode;
import dev.easel.web.api.ErrorWording;
import dev.easel.web.api.WireError;
import dev.easel.web.api.WireJson;
import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * Refusals as v1 words them: {@code {"detail": "…"}}, and for input that is not valid a list of
 * {@code {"loc": […], "msg": …, "type": …}} with status 422. Source: product decisions A5–A8.
 */
@ApplicationScoped
public class V1Errors implements ErrorWording {

  /** Neutral names of what the service judges, in this dialect's words. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("prompt", "config.prompt"),
          Map.entry("negative_prompt", "config.negative_prompt"),
          Map.entry("model", "config.generation_config_name"),
          Map.entry("size", "config.params.width"),
          Map.entry("n", "config.params.n"),
          Map.entry("steps", "config.params.steps"),
          Map.entry("guidance", "config.params.guidance_scale"),
          Map.entry("seed", "config.params.seed"),
          Map.entry("strength", "config.params.strength"),
          Map.entry("style.preset", "config.style_name"),
          Map.entry("init_image", "config.references"),
          Map.entry("mask_image", "config.references"),
          Map.entry("references", "config.references"));

  private static final String QUERY = "query.";

  @Override
  public boolean speaksFor(String path) {
    return path.equals("/api/v1") || path.startsWith("/api/v1/");
  }

  @Override
  public WireError word(Refusal refusal, String requestId) {
    JsonValue detail =
        refusal.code() == FailureCode.INVALID_REQUEST
            ? violations(refusal)
            : WireJson.text(refusal.message());
    JsonObject body = WireJson.object().add("detail", detail).build();
    return new WireError(status(refusal.code()), body, Map.of());
  }

  private static JsonArray violations(Refusal refusal) {
    JsonArrayBuilder all = WireJson.array();
    if (refusal.fields().isEmpty()) {
      all.add(violation("", refusal.message()));
    }
    refusal.fields().forEach((name, reason) -> all.add(violation(name, reason)));
    return all.build();
  }

  private static JsonObject violation(String field, String reason) {
    boolean query = field.startsWith(QUERY);
    String path = query ? field.substring(QUERY.length()) : FIELDS.getOrDefault(field, field);
    JsonArrayBuilder location = WireJson.array().add(query ? "query" : "body");
    for (String part : path.split("\\.")) {
      if (!part.isEmpty()) {
        location.add(part);
      }
    }
    return WireJson.object()
        .add("loc", location)
        .add("msg", reason)
        .add("type", type(reason))
        .build();
  }

  /** The families of type words that FastAPI clients tell apart. */
  private static String type(String reason) {
    if (reason.equals("is required")) {
      return "value_error.missing";
    }
    return reason.matches("must be (a|an|true) .*") ? "type_error" : "value_error";
  }

  private static int status(FailureCode code) {
    return switch (code) { // exhaustive on purpose: a new code must be answered here
      case INVALID_IMAGE, CONTENT_REJECTED -> 400;
      case UNAUTHENTICATED -> 401;
      case INSUFFICIENT_CREDITS -> 402;
      case FORBIDDEN, VIP_REQUIRED, MODEL_NOT_ALLOWED -> 403;
      case NOT_FOUND, MODEL_NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case CONFLICT, IDEMPOTENCY_IN_PROGRESS -> 409;
      case PAYLOAD_TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case INVALID_REQUEST, IDEMPOTENCY_MISMATCH -> 422;
      case RATE_LIMITED -> 429;
      case GENERATION_FAILED, INTERNAL -> 500;
      case MODEL_NOT_CONFIGURED, MODEL_UNAVAILABLE, MAINTENANCE -> 503;
      case TIMEOUT -> 504;
    };
  }
}
