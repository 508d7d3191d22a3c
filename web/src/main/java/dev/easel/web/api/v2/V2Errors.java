package dev.easel.web.api.v2;

import dev.easel.domain.shared.FailureCode;
import dev.easel.web.api.ErrorWording;
import dev.easel.web.api.WireError;
import dev.easel.web.api.WireJson;
import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * Refusals as v2 words them: {@code {"error": {type, code, message, details, request_id,
 * documentation_url}}}. Source: seed 001 "Error Handling and Status Codes"; statuses the seed does
 * not list follow product decisions A6–A8.
 */
@ApplicationScoped
public class V2Errors implements ErrorWording {

  /** Neutral names of what the service judges, in this dialect's words. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "size", "parameters.width",
          "n", "parameters.num_outputs",
          "steps", "parameters.num_inference_steps",
          "guidance", "parameters.guidance_scale",
          "seed", "parameters.seed",
          "sampler", "parameters.sampler",
          "scheduler", "parameters.scheduler",
          "output_quality", "output.quality");

  @Override
  public boolean speaksFor(String path) {
    return path.equals("/api/v2") || path.startsWith("/api/v2/");
  }

  @Override
  public WireError word(Refusal refusal, String requestId) {
    return word(refusal, requestId, "");
  }

  @Override
  public WireError word(Refusal refusal, String requestId, String base) {
    String code = code(refusal.code());
    JsonObjectBuilder error =
        WireJson.object()
            .add("type", type(refusal.code()))
            .add("code", code)
            .add("message", message(refusal))
            .add("details", details(refusal))
            .add("request_id", requestId)
            .add("documentation_url", base + "/docs/errors/" + code);
    return new WireError(
        status(refusal.code()), WireJson.object().add("error", error).build(), Map.of());
  }

  private static JsonObjectBuilder details(Refusal refusal) {
    JsonObjectBuilder details = WireJson.object();
    JsonObjectBuilder fields = WireJson.object();
    refusal.fields().entrySet().stream()
        .findFirst()
        .ifPresent(
            first -> details.add("field", field(first.getKey())).add("reason", first.getValue()));
    refusal.fields().forEach((name, reason) -> fields.add(field(name), reason));
    details.addAll(WireJson.object(refusal.details()));
    return refusal.fields().size() > 1 ? details.add("fields", fields) : details;
  }

  /** Messages that begin with a neutral name begin with the one of this dialect instead. */
  private static String message(Refusal refusal) {
    return refusal.fields().keySet().stream()
        .filter(name -> refusal.message().startsWith(name + " "))
        .findFirst()
        .map(name -> field(name) + refusal.message().substring(name.length()))
        .orElse(refusal.message());
  }

  private static String field(String neutral) {
    return FIELDS.getOrDefault(neutral, neutral);
  }

  static String code(FailureCode code) {
    return switch (code) {
      case INVALID_REQUEST,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          PAYLOAD_TOO_LARGE ->
          "INVALID_REQUEST";
      case INVALID_IMAGE -> "INVALID_IMAGE";
      case CONTENT_REJECTED -> "INVALID_PROMPT";
      case UNAUTHENTICATED -> "UNAUTHORIZED";
      case FORBIDDEN, VIP_REQUIRED, MODEL_NOT_ALLOWED -> "FORBIDDEN";
      case NOT_FOUND, MODEL_NOT_FOUND -> "NOT_FOUND";
      case MODEL_NOT_CONFIGURED, MODEL_UNAVAILABLE -> "MODEL_NOT_AVAILABLE";
      case CONFLICT, IDEMPOTENCY_IN_PROGRESS -> "CONFLICT";
      case IDEMPOTENCY_MISMATCH -> "IDEMPOTENCY_KEY_REUSED";
      case INSUFFICIENT_CREDITS -> "QUOTA_EXCEEDED";
      case RATE_LIMITED -> "RATE_LIMITED";
      case GENERATION_FAILED -> "GENERATION_FAILED";
      case TIMEOUT -> "TIMEOUT";
      case MAINTENANCE -> "MAINTENANCE";
      case INTERNAL -> "INTERNAL_ERROR";
    };
  }

  static String type(FailureCode code) {
    return switch (code) {
      case INVALID_REQUEST,
          INVALID_IMAGE,
          CONTENT_REJECTED,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          PAYLOAD_TOO_LARGE,
          CONFLICT,
          IDEMPOTENCY_MISMATCH,
          IDEMPOTENCY_IN_PROGRESS ->
          "validation_error";
      case UNAUTHENTICATED -> "authentication_error";
      case FORBIDDEN, VIP_REQUIRED, MODEL_NOT_ALLOWED -> "permission_error";
      case NOT_FOUND, MODEL_NOT_FOUND -> "not_found_error";
      case INSUFFICIENT_CREDITS -> "quota_error";
      case RATE_LIMITED -> "rate_limit_error";
      case MODEL_NOT_CONFIGURED, MODEL_UNAVAILABLE, GENERATION_FAILED, TIMEOUT -> "provider_error";
      case MAINTENANCE, INTERNAL -> "server_error";
    };
  }

  private static int status(FailureCode code) {
    return switch (code) { // exhaustive on purpose: a new code must be answered here
      case INVALID_REQUEST, INVALID_IMAGE, CONTENT_REJECTED -> 400;
      case UNAUTHENTICATED -> 401;
      case INSUFFICIENT_CREDITS -> 402;
      case FORBIDDEN, VIP_REQUIRED, MODEL_NOT_ALLOWED -> 403;
      case NOT_FOUND, MODEL_NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case CONFLICT, IDEMPOTENCY_IN_PROGRESS -> 409;
      case PAYLOAD_TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case IDEMPOTENCY_MISMATCH -> 422;
      case RATE_LIMITED -> 429;
      case GENERATION_FAILED, INTERNAL -> 500;
      case MODEL_NOT_CONFIGURED, MODEL_UNAVAILABLE, MAINTENANCE -> 503;
      case TIMEOUT -> 504;
    };
  }
}
