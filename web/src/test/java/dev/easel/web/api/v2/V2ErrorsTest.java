package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.WireError;
import dev.easel.web.error.Refusal;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class V2ErrorsTest {

  private static final Set<String> TYPES =
      Set.of(
          "validation_error",
          "authentication_error",
          "permission_error",
          "not_found_error",
          "rate_limit_error",
          "quota_error",
          "provider_error",
          "server_error");

  private final V2Errors errors = new V2Errors();

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyFailureHasThePrintedEnvelope(FailureCode code) {
    WireError wire = word(FailureException.of(code, "Something is wrong"));

    JsonObject error = wire.body().getJsonObject("error");
    assertThat(wire.body().keySet()).containsExactly("error");
    assertThat(error.keySet())
        .containsExactly("type", "code", "message", "details", "request_id", "documentation_url");
    assertThat(error.getString("type")).isIn(TYPES);
    assertThat(error.getString("code")).matches("[A-Z_]+");
    assertThat(error.getString("request_id")).isEqualTo("req_1");
    assertThat(error.getString("documentation_url"))
        .isEqualTo("https://here/docs/errors/" + error.getString("code"));
    assertThat(wire.status()).isBetween(400, 599);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHENTICATED, 401, UNAUTHORIZED",
    "FORBIDDEN, 403, FORBIDDEN",
    "VIP_REQUIRED, 403, FORBIDDEN",
    "MODEL_NOT_ALLOWED, 403, FORBIDDEN",
    "NOT_FOUND, 404, NOT_FOUND",
    "INVALID_REQUEST, 400, INVALID_REQUEST",
    "CONTENT_REJECTED, 400, INVALID_PROMPT",
    "MODEL_NOT_CONFIGURED, 503, MODEL_NOT_AVAILABLE",
    "MODEL_UNAVAILABLE, 503, MODEL_NOT_AVAILABLE",
    "RATE_LIMITED, 429, RATE_LIMITED",
    "INSUFFICIENT_CREDITS, 402, QUOTA_EXCEEDED",
    "INVALID_IMAGE, 400, INVALID_IMAGE",
    "GENERATION_FAILED, 500, GENERATION_FAILED",
    "TIMEOUT, 504, TIMEOUT",
    "MAINTENANCE, 503, MAINTENANCE",
    "IDEMPOTENCY_MISMATCH, 422, IDEMPOTENCY_KEY_REUSED",
    "IDEMPOTENCY_IN_PROGRESS, 409, CONFLICT",
  })
  void theTableOfTheSeedHolds(FailureCode code, int status, String wireCode) {
    WireError wire = word(FailureException.of(code, "Something is wrong"));

    assertThat(wire.status()).isEqualTo(status);
    assertThat(wire.body().getJsonObject("error").getString("code")).isEqualTo(wireCode);
  }

  @Test
  void fieldsBearTheNamesOfThisDialect() {
    JsonObject error = error(FailureException.invalid("steps", "must be between 10 and 150"));

    assertThat(error.getString("message"))
        .isEqualTo("parameters.num_inference_steps must be between 10 and 150");
    assertThat(error.getJsonObject("details").getString("field"))
        .isEqualTo("parameters.num_inference_steps");
    assertThat(error.getJsonObject("details").getString("reason"))
        .isEqualTo("must be between 10 and 150");
  }

  @Test
  void allWrongFieldsAreTold() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("n", "must be between 1 and 4");
    wrong.put("output_quality", "must be between 1 and 100");

    JsonObject details = error(FailureException.invalid(wrong)).getJsonObject("details");

    assertThat(details.getJsonObject("fields").keySet())
        .containsExactly("parameters.num_outputs", "output.quality");
  }

  @Test
  void aMachineReadableReasonWinsOverWords() {
    FailureException offence =
        FailureException.of(FailureCode.CONTENT_REJECTED, "The prompt contains prohibited content")
            .onField("prompt", "contains prohibited content")
            .with("reason", "nsfw_content_detected");

    assertThat(error(offence).getJsonObject("details").getString("reason"))
        .isEqualTo("nsfw_content_detected");
  }

  @Test
  void detailsKeepTheirTypesWhateverTheirNames() {
    FailureException limited =
        FailureException.of(FailureCode.RATE_LIMITED, "Too many")
            .with("most", 60)
            .with("limit", "a");

    assertThat(error(limited).getJsonObject("details"))
        .hasToString("{\"most\":60,\"limit\":\"a\"}");
  }

  @Test
  void onlyPathsOfThisDialectAreWorded() {
    assertThat(errors.speaksFor("/api/v2/models")).isTrue();
    assertThat(errors.speaksFor("/api/v2")).isTrue();
    assertThat(errors.speaksFor("/api/v20")).isFalse();
    assertThat(errors.speaksFor("/api/v1/file")).isFalse();
  }

  private JsonObject error(FailureException failure) {
    return word(failure).body().getJsonObject("error");
  }

  private WireError word(FailureException failure) {
    return errors.word(Refusal.of(failure), "req_1", "https://here");
  }
}
