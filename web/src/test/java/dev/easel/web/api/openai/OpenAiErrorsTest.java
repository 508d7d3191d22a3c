package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.WireError;
import dev.easel.web.error.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiErrorsTest {

  private final OpenAiErrors errors = new OpenAiErrors();

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyFailureHasAllFourKeysAndAnErrorStatus(FailureCode code) {
    WireError wire = word(FailureException.of(code, "Something is wrong"));

    JsonObject error = wire.body().getJsonObject("error");
    assertThat(error.keySet()).containsExactly("message", "type", "param", "code");
    assertThat(error.getString("message")).isNotBlank();
    assertThat(error.getString("type")).isNotBlank();
    assertThat(error.getString("code")).matches("[a-z_]+");
    assertThat(wire.status()).isBetween(400, 599).isNotEqualTo(402);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST, 400, invalid_request_error, invalid_parameter",
    "CONTENT_REJECTED, 400, invalid_request_error, content_policy_violation",
    "UNAUTHENTICATED, 401, authentication_error, invalid_api_key",
    "VIP_REQUIRED, 403, permission_error, model_access_denied",
    "MODEL_NOT_ALLOWED, 403, permission_error, model_access_denied",
    "MODEL_NOT_FOUND, 404, invalid_request_error, model_not_found",
    "MODEL_NOT_CONFIGURED, 404, invalid_request_error, model_not_found",
    "IDEMPOTENCY_IN_PROGRESS, 409, conflict, idempotency_in_progress",
    "IDEMPOTENCY_MISMATCH, 422, idempotency_error, idempotency_key_reused",
    "RATE_LIMITED, 429, rate_limit_error, rate_limit_exceeded",
    "INSUFFICIENT_CREDITS, 429, rate_limit_error, insufficient_quota",
    "GENERATION_FAILED, 500, server_error, generation_failed",
    "MODEL_UNAVAILABLE, 503, server_error, provider_unavailable",
    "TIMEOUT, 504, server_error, timeout",
  })
  void theTableOfOpenAiHolds(FailureCode code, int status, String type, String wireCode) {
    WireError wire = word(FailureException.of(code, "Something is wrong"));

    JsonObject error = wire.body().getJsonObject("error");
    assertThat(wire.status()).isEqualTo(status);
    assertThat(error.getString("type")).isEqualTo(type);
    assertThat(error.getString("code")).isEqualTo(wireCode);
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void sdksAreToldNotToRepeatWhatCouldCostTwiceOrCannotHelp(FailureCode code) {
    Set<FailureCode> hopeless =
        Set.of(
            FailureCode.INSUFFICIENT_CREDITS,
            FailureCode.GENERATION_FAILED,
            FailureCode.TIMEOUT,
            FailureCode.CONFLICT);

    Map<String, String> headers = word(FailureException.of(code, "x")).headers();

    assertThat("false".equals(headers.get("x-should-retry"))).isEqualTo(hopeless.contains(code));
  }

  @Test
  void neutralFieldNamesBecomeThoseOfTheDialect() {
    WireError wire = word(FailureException.invalid("guidance", "must be between 1.0 and 20.0"));

    JsonObject error = wire.body().getJsonObject("error");
    assertThat(error.getString("param")).isEqualTo("guidance_scale");
    assertThat(error.getString("message"))
        .isEqualTo("The 'guidance_scale' parameter must be between 1.0 and 20.0");
  }

  @Test
  void anErrorWithoutAFieldHasANullParam() {
    WireError wire = word(FailureException.of(FailureCode.UNAUTHENTICATED, "No key"));

    assertThat(wire.body().getJsonObject("error").get("param")).isEqualTo(JsonValue.NULL);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1, true",
    "/v1/images/generations, true",
    "/openai/deployments/x/images/generations, true",
    "/v10/x, false",
    "/api/v1/file, false",
    "/openapi, false",
  })
  void itSpeaksForItsOwnPathsOnly(String path, boolean mine) {
    assertThat(errors.speaksFor(path)).isEqualTo(mine);
  }

  private WireError word(FailureException failure) {
    return errors.word(Refusal.of(failure), "req_1");
  }
}
