package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputReaderTest {

  private final JsonInputReader reader = new JsonInputReader();

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999999", "-1E-999999999999", "1e99999999999999999999"})
  void anExponentNoMachineHoldsIsRefused(String number) {
    refused("{\"metadata\":{\"a\":[" + number + "]}}", "out of range");
  }

  @Test
  void aNumberOfThousandsOfDigitsIsRefused() {
    refused("{\"metadata\":{\"a\":" + "9".repeat(5000) + "}}", "out of range");
  }

  private void refused(String body, String message) {
    assertThatThrownBy(() -> read(body))
        .asInstanceOf(type(FailureException.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(FailureCode.INVALID_REQUEST);
              assertThat(refusal).hasMessageContaining(message);
            });
  }

  private JsonInput read(String body) throws IOException {
    return reader.readFrom(
        JsonInput.class,
        JsonInput.class,
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE,
        new MultivaluedHashMap<>(),
        new ByteArrayInputStream(body.getBytes(UTF_8)));
  }
}
