package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {

  @ParameterizedTest
  @CsvSource({
    "low, low",
    "standard, medium",
    "medium, medium",
    "hd, high",
    "xhigh, xhigh",
    "max, max",
    "auto, medium",
    "'', medium",
    ", medium",
  })
  void answersNameAResolvedQualityTheSdksKnow(String given, String printed) {
    assertThat(Quality.of(given).wire()).isEqualTo(printed);
  }
}
