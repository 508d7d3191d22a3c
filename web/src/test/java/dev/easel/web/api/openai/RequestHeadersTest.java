package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadersTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.02S, 20ms",
    "PT0.0000001S, 1ms",
    "PT0.9995S, 1s",
    "PT1.5S, 1.500s",
    "PT59.999S, 59.999s",
    "PT59.9995S, 1m0s",
    "PT6M, 6m0s",
    "PT59M59.9999S, 1h0m0s",
    "PT1H2M3S, 1h2m3s",
    "PT26H, 26h0m0s"
  })
  void timesAreRoundedUpToMillisecondsBeforeTheyAreSplit(Duration time, String text) {
    assertThat(RequestHeaders.text(time)).isEqualTo(text);
  }
}
