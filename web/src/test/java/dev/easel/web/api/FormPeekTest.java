package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPeekTest {

  private static final String TYPE = "multipart/form-data; boundary=abc";

  @Test
  void aFieldIsFoundBehindFiles() {
    String form = part("image\"; filename=\"a.png", "stream") + part("stream", "true") + "--abc--";

    assertThat(peek(form)).contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--abc", "--abc\r\nContent-Disposition: form-data", "nonsense"})
  void aBrokenFormHasNoFields(String form) {
    assertThat(peek(form)).isEmpty();
  }

  @Test
  void aFormWithoutBoundaryHasNoFields() {
    assertThat(FormPeek.field(headers("multipart/form-data"), null, body("x"), "stream")).isEmpty();
  }

  private static Optional<String> peek(String form) {
    return FormPeek.field(headers(TYPE), MediaType.valueOf(TYPE), body(form), "stream");
  }

  private static String part(String name, String content) {
    return "--abc\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  private static ByteArrayInputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static MultivaluedMap<String, String> headers(String type) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle(HttpHeaders.CONTENT_TYPE, type);
    return headers;
  }
}
