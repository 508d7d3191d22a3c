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

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e400", "1e2147483647", "1e-2147483640", "0e99999999"})
  void aNumberBeyondAnyClientsIsRefusedByItsPath(String number) {
    assertThatThrownBy(() -> read("{\"metadata\":{\"a\":[1,{\"b\":" + number + "}]}}"))
        .asInstanceOf(type(FailureException.class))
        .satisfies(refusal -> assertThat(refusal.fields()).containsOnlyKeys("metadata.a[1].b"));
  }

  @Test
  void ordinaryNumbersPass() throws IOException {
    String body = "{\"metadata\":{\"a\":[0,-1.5,1e308,4.9e-324,12345678901234567890,0.0]}}";

    assertThat(read(body).json()).isEqualTo(WireJson.parse(body));
  }

  @Test
  void aPathThatIsToldIsShort() {
    String name = "n".repeat(100_000);

    assertThatThrownBy(() -> read("{\"metadata\":{\"" + name + "\":1e999}}"))
        .asInstanceOf(type(FailureException.class))
        .satisfies(
            refusal ->
                assertThat(refusal.fields().keySet())
                    .allSatisfy(path -> assertThat(path).hasSizeLessThan(200)));
  }

  @Test
  void onlySomeOfManyAreNamed() {
    String many = "1e999,".repeat(10_000) + "1";

    assertThatThrownBy(() -> read("{\"metadata\":{\"a\":[" + many + "]}}"))
        .asInstanceOf(type(FailureException.class))
        .satisfies(refusal -> assertThat(refusal.fields()).hasSizeLessThanOrEqualTo(20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":1,\"n\":2}",
        "{\"metadata\":{\"a\":1,\"a\":2}}",
        "{\"metadata\":{\"a\":[{\"b\":{},\"b\":{}}]}}",
        "{\"metadata\":{\"a\":1,\"\\u0061\":2}}"
      })
  void aMemberGivenTwiceIsRefused(String body) {
    refused(body, "given twice");
  }

  @Test
  void sixtyFourLevelsAreTheMost() throws IOException {
    assertThat(read(nested(62)).json()).containsKey("metadata");
    refused(nested(63), "nested deeper than 64");
    refused(nested(100_000), "nested deeper than 64");
  }

  /** So many arrays inside the two objects that hold them. */
  private static String nested(int arrays) {
    return "{\"metadata\":{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}}";
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
