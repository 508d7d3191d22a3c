package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeKeyTest {

  @Test
  void itsTextIsReadAgain() {
    TimeKey key = new TimeKey(Instant.parse("2026-11-22T12:00:00.123456Z"), "gen_1a_2");

    assertThat(TimeKey.parse(key.text())).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gen_1",
        "2026-13-01T00:00:00Z gen_1",
        "2026-11-31T25:61:61Z gen_1",
        "2026-11-22T12:00:00Z GEN'1",
        "+10000-01-01T00:00:00Z gen_1",
        "2026-11-22T12:00:00Z gen_1 gen_2"
      })
  void whatWasNeverGivenOutIsNone(String text) {
    assertThat(TimeKey.parse(text)).isEmpty();
  }
}
