package dev.easel.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.WireError;
import dev.easel.web.error.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class V1ErrorsTest {

  private final V1Errors errors = new V1Errors();

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyFailureHasAStatusAndADetail(FailureCode code) {
    WireError error = word(FailureException.of(code, "because"));

    assertThat(error.status()).isBetween(400, 599);
    assertThat(error.body().keySet()).containsExactly("detail");
    assertThat(error.body().toString()).contains("because");
  }

  @ParameterizedTest
  @CsvSource({
    "INSUFFICIENT_CREDITS,402",
    "VIP_REQUIRED,403",
    "MODEL_NOT_ALLOWED,403",
    "MODEL_NOT_CONFIGURED,503",
    "CONTENT_REJECTED,400",
    "INVALID_REQUEST,422",
    "IDEMPOTENCY_MISMATCH,422",
    "IDEMPOTENCY_IN_PROGRESS,409"
  })
  void statusesAreThoseOfTheContract(FailureCode code, int status) {
    assertThat(word(FailureException.of(code, "x")).status()).isEqualTo(status);
  }

  @Test
  void violationsNameTheirPlaceAndKind() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prompt", "is required");
    fields.put("size", "must have edges of 64-2048 pixels in multiples of 8");
    fields.put("config.params.seed", "must be an integer");
    fields.put("query.limit", "must be between 1 and 100");

    String body = word(FailureException.invalid(fields)).body().toString();

    assertThat(body)
        .isEqualTo(
            "{\"detail\":["
                + "{\"loc\":[\"body\",\"config\",\"prompt\"],\"msg\":\"is required\","
                + "\"type\":\"value_error.missing\"},"
                + "{\"loc\":[\"body\",\"config\",\"params\",\"width\"],"
                + "\"msg\":\"must have edges of 64-2048 pixels in multiples of 8\","
                + "\"type\":\"value_error\"},"
                + "{\"loc\":[\"body\",\"config\",\"params\",\"seed\"],"
                + "\"msg\":\"must be an integer\",\"type\":\"type_error\"},"
                + "{\"loc\":[\"query\",\"limit\"],\"msg\":\"must be between 1 and 100\","
                + "\"type\":\"value_error\"}]}");
  }

  @Test
  void onlyItsOwnPathsAreSpokenFor() {
    assertThat(errors.speaksFor("/api/v1")).isTrue();
    assertThat(errors.speaksFor("/api/v1/file/x")).isTrue();
    assertThat(errors.speaksFor("/api/v11")).isFalse();
    assertThat(errors.speaksFor("/v1/models")).isFalse();
  }

  private WireError word(FailureException failure) {
    return errors.word(Refusal.of(failure), "req_1");
  }
}
