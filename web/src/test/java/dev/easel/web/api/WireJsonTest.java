package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireJsonTest {

  @ParameterizedTest
  @CsvSource({
    "1E+3, 1000",
    "1.5E-5, 0.000015",
    "0.12345678, 0.123457",
    "7.5, 7.5",
    "0, 0",
    "1.0, 1.0",
    "-3E+2, -300"
  })
  void numbersHaveNoExponent(String number, String printed) {
    assertThat(WireJson.number(new BigDecimal(number))).hasToString(printed);
  }

  @Test
  void sharesHaveThreeDecimals() {
    assertThat(WireJson.fraction(2.0 / 11)).hasToString("0.182");
    assertThat(WireJson.fraction(1)).hasToString("1");
    assertThat(WireJson.fraction(0)).hasToString("0");
  }

  @Test
  void timesHaveMillisecondsAtMost() {
    assertThat(WireJson.time(Instant.parse("2024-01-01T00:00:45.123456Z")))
        .hasToString("\"2024-01-01T00:00:45.123Z\"");
    assertThat(WireJson.time(Optional.empty())).hasToString("null");
  }
}
