package dev.easel.web.api.openai;

import static java.util.stream.Collectors.joining;

import dev.easel.domain.shared.FailureCode;
import dev.easel.web.api.ErrorWording;
import dev.easel.web.api.WireError;
import dev.easel.web.api.WireJson;
import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * Refusals as OpenAI words them: {@code {"error": {message, type, param, code}}}, always with all
 * four keys, since openai-java throws on a missing one. Codes of seed 002 "Error Handling" are kept
 * where it names them.
 */
@ApplicationScoped
public class OpenAiErrors implements ErrorWording {

  /** Neutral names of what the service judges, in this dialect's words. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "guidance", "guidance_scale",
          "output_quality", "output_compression",
          "init_image", "image",
          "mask_image", "mask",
          "style.rendering", "style");

  @Override
  public boolean speaksFor(String path) {
    return under(path, "/v1") || under(path, "/openai");
  }

  private static boolean under(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  @Override
  public WireError word(Refusal refusal, String requestId) {
    FailureCode code = refusal.code();
    JsonObjectBuilder error =
        WireJson.object().add("message", message(refusal)).add("type", type(code));
    error.add("param", WireJson.text(param(refusal))).add("code", code(code));
    JsonObject body = WireJson.object().add("error", error).build();
    return new WireError(status(code), body, headers(code));
  }

  private static String message(Refusal refusal) {
    return switch (refusal.code()) {
      case CONTENT_REJECTED -> "Your request was rejected as it violates our content policy.";
      case RATE_LIMITED -> "You have exceeded your rate limit. Please try again later.";
      case INSUFFICIENT_CREDITS -> "You exceeded your current quota: " + quota(refusal);
      case INVALID_REQUEST -> refusal.fields().isEmpty() ? refusal.message() : fields(refusal);
      default -> refusal.message();
    };
  }

  private static String quota(Refusal refusal) {
    return "budget_exceeded".equals(refusal.details().get("reason"))
        ? "a monthly budget leaves no room for this request."
        : "the credits left do not pay for this request.";
  }

  private static String fields(Refusal refusal) {
    return refusal.fields().entrySet().stream()
        .map(e -> "The '%s' parameter %s".formatted(field(e.getKey()), e.getValue()))
        .collect(joining("; "));
  }

  private static String param(Refusal refusal) {
    return switch (refusal.code()) {
      case MODEL_NOT_FOUND,
          MODEL_NOT_CONFIGURED,
          MODEL_UNAVAILABLE,
          VIP_REQUIRED,
          MODEL_NOT_ALLOWED ->
          "model";
      case CONTENT_REJECTED -> "prompt";
      case INVALID_IMAGE ->
          refusal.fields().isEmpty() ? "image" : field(refusal.fields().keySet().iterator().next());
      default ->
          refusal.fields().keySet().stream().findFirst().map(OpenAiErrors::field).orElse(null);
    };
  }

  private static String field(String neutral) {
    return FIELDS.getOrDefault(neutral, neutral);
  }

  /**
   * Official SDKs repeat 409, 429 and 5xx twice by themselves. Where that could cost twice, or
   * cannot help, they are told not to.
   */
  private static Map<String, String> headers(FailureCode code) {
    return switch (code) {
      case INSUFFICIENT_CREDITS, GENERATION_FAILED, TIMEOUT, CONFLICT ->
          Map.of("x-should-retry", "false");
      default -> Map.of();
    };
  }

  private static String code(FailureCode code) {
    return switch (code) {
      case INVALID_REQUEST, INVALID_IMAGE -> "invalid_parameter";
      case CONTENT_REJECTED -> "content_policy_violation";
      case UNAUTHENTICATED -> "invalid_api_key";
      case FORBIDDEN -> "permission_denied";
      case VIP_REQUIRED, MODEL_NOT_ALLOWED -> "model_access_denied";
      case NOT_FOUND -> "not_found";
      case MODEL_NOT_FOUND, MODEL_NOT_CONFIGURED -> "model_not_found";
      case MODEL_UNAVAILABLE -> "provider_unavailable";
      case METHOD_NOT_ALLOWED -> "method_not_allowed";
      case NOT_ACCEPTABLE -> "not_acceptable";
      case UNSUPPORTED_MEDIA_TYPE -> "unsupported_media_type";
      case PAYLOAD_TOO_LARGE -> "payload_too_large";
      case CONFLICT -> "conflict";
      case IDEMPOTENCY_MISMATCH -> "idempotency_key_reused";
      case IDEMPOTENCY_IN_PROGRESS -> "idempotency_in_progress";
      case INSUFFICIENT_CREDITS -> "insufficient_quota";
      case RATE_LIMITED -> "rate_limit_exceeded";
      case GENERATION_FAILED -> "generation_failed";
      case TIMEOUT -> "timeout";
      case MAINTENANCE -> "service_unavailable";
      case INTERNAL -> "internal_error";
    };
  }

  private static String type(FailureCode code) {
    return switch (code) {
      case INVALID_REQUEST,
          INVALID_IMAGE,
          CONTENT_REJECTED,
          NOT_FOUND,
          MODEL_NOT_FOUND,
          MODEL_NOT_CONFIGURED,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          PAYLOAD_TOO_LARGE ->
          "invalid_request_error";
      case UNAUTHENTICATED -> "authentication_error";
      case FORBIDDEN, VIP_REQUIRED, MODEL_NOT_ALLOWED -> "permission_error";
      case CONFLICT, IDEMPOTENCY_IN_PROGRESS -> "conflict";
      case IDEMPOTENCY_MISMATCH -> "idempotency_error";
      case INSUFFICIENT_CREDITS, RATE_LIMITED -> "rate_limit_error";
      case MODEL_UNAVAILABLE, GENERATION_FAILED, TIMEOUT, MAINTENANCE, INTERNAL -> "server_error";
    };
  }

  private static int status(FailureCode code) {
    return switch (code) { // exhaustive on purpose: a new code must be answered here
      case INVALID_REQUEST, INVALID_IMAGE, CONTENT_REJECTED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN, VIP_REQUIRED, MODEL_NOT_ALLOWED -> 403;
      case NOT_FOUND, MODEL_NOT_FOUND, MODEL_NOT_CONFIGURED -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case CONFLICT, IDEMPOTENCY_IN_PROGRESS -> 409;
      case PAYLOAD_TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case IDEMPOTENCY_MISMATCH -> 422;
      case INSUFFICIENT_CREDITS, RATE_LIMITED -> 429;
      case GENERATION_FAILED, INTERNAL -> 500;
      case MODEL_UNAVAILABLE, MAINTENANCE -> 503;
      case TIMEOUT -> 504;
    };
  }
}
