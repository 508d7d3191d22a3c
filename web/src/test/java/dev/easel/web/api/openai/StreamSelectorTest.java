package dev.easel.web.api.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamSelectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"stream\": true} | true",
        "{\"prompt\": \"x\", \"stream\": true, \"n\": 1} | true",
        "{\"stream\": false} | false",
        "{\"stream\": \"true\"} | false",
        "{\"prompt\": \"stream\", \"n\": true} | false",
        "{\"metadata\": {\"stream\": true}} | false",
        "[\"stream\", true] | false",
        "{\"stream\": true | false",
        "nonsense | false",
      })
  void onlyTheTopLevelFlagOfAWholeBodyCounts(String body, boolean stream) {
    assertThat(StreamSelector.asksForStream(bytes(body))).isEqualTo(stream);
  }

  @Test
  void nestingTheParserCannotBearIsLeftToTheReader() {
    String deep = "[".repeat(5000) + "]".repeat(5000);

    assertThat(StreamSelector.asksForStream(bytes("{\"stream\": true, \"a\": " + deep + "}")))
        .isFalse();
  }

  private static InputStream bytes(String body) {
    return new ByteArrayInputStream(body.getBytes(UTF_8));
  }
}
