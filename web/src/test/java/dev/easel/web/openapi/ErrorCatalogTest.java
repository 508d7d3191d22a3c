package dev.easel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.ErrorWording;
import dev.easel.web.api.WireError;
import dev.easel.web.api.openai.OpenAiErrors;
import dev.easel.web.api.v1.V1Errors;
import dev.easel.web.api.v2.V2Errors;
import dev.easel.web.error.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a surface can answer has its page. */
class ErrorCatalogTest {

  private final ErrorCatalog catalog = new ErrorCatalog();

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyCodeOfV2IsExplained(FailureCode code) {
    WireError error = word(new V2Errors(), code);

    expectEntry("v2", error.body().getJsonObject("error").getString("code"), error);
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyCodeOfOpenAiIsExplained(FailureCode code) {
    WireError error = word(new OpenAiErrors(), code);

    expectEntry("openai", error.body().getJsonObject("error").getString("code"), error);
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyStatusOfV1IsExplained(FailureCode code) {
    WireError error = word(new V1Errors(), code);

    expectEntry("v1", Integer.toString(error.status()), error);
  }

  private void expectEntry(String surface, String code, WireError error) {
    assertThat(catalog.of(surface))
        .filteredOn(entry -> entry.code().equals(code))
        .singleElement()
        .satisfies(entry -> assertThat(entry.status()).contains("" + error.status()))
        .satisfies(entry -> assertThat(entry.cause() + entry.remedy()).isNotBlank());
  }

  private static WireError word(ErrorWording dialect, FailureCode code) {
    return dialect.word(Refusal.of(FailureException.of(code, "because")), "req_1");
  }
}
