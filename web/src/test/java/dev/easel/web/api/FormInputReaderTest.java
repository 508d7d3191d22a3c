package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormInputReaderTest {

  private static final String TYPE = "multipart/form-data; boundary=x";

  private final FormInputReader reader = new FormInputReader();

  FormInputReaderTest() {
    reader.mostPartBytes = 2_000_000;
    reader.mostBytes = 3_000_000;
  }

  @Test
  void filesAndFieldsAreRead() throws IOException {
    try (FormInput form =
        read(
            part("name=\"file\"; filename=\"C:\\pics\\cat.png\"", "pixels")
                + part("name=\"prompt\"", "ein Gürteltier")
                + "--x--\r\n")) {
      assertThat(form.file("file").content()).isEqualTo("pixels".getBytes(UTF_8));
      assertThat(form.file("file").fileName()).isEqualTo("cat.png");
      assertThat(form.text("prompt")).contains("ein Gürteltier");
      assertThat(form.text("size")).isEmpty();
      assertThat(form.names()).containsExactly("file", "prompt");
    }
  }

  /** As openai-java sends a stream: no file name, a type that says nothing. */
  @Test
  void aFileWithoutANameIsAFile() throws IOException {
    String nameless =
        "--x\r\nContent-Disposition: form-data; name=\"image[]\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\npixels\r\n--x--\r\n";

    try (FormInput form = read(nameless)) {
      assertThat(form.file("image").content()).isEqualTo("pixels".getBytes(UTF_8));
      assertThat(form.file("image").fileName()).isNull();
    }
  }

  @Test
  void severalAreFoundWhicheverWayTheyAreNumbered() throws IOException {
    try (FormInput form =
        read(
            part("name=\"image\"", "a")
                + part("name=\"image[]\"", "b")
                + part("name=\"image[7]\"", "c")
                + part("name=\"image[x]\"", "d")
                + "--x--\r\n")) {
      assertThat(form.files("image")).extracting(FormPart::text).containsExactly("a", "b", "c");
      assertThat(refusal(() -> form.file("image")).fields()).containsKey("image");
    }
  }

  @Test
  void emptyPartsAreNoFiles() throws IOException {
    try (FormInput form = read(part("name=\"file\"; filename=\"\"", "") + "--x--\r\n")) {
      assertThat(form.files("file")).isEmpty();
      assertThat(refusal(() -> form.file("file")).fields()).containsEntry("file", "is empty");
      assertThat(refusal(() -> form.file("mask")).fields()).containsEntry("mask", "is required");
    }
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    Path spooled;
    try (FormInput form = read(part("name=\"file\"", "pixels") + "--x--\r\n")) {
      spooled = form.file("file").spooled();
      assertThat(spooled).exists();
    }
    assertThat(spooled).doesNotExist();
    long before = spooledFiles();

    refusal(() -> read(part("name=\"a\"", "x") + part("name=\"b\"", "y".repeat(2_000_001))));

    assertThat(spooledFiles()).isEqualTo(before);
  }

  @Test
  void partsAndFormsThatAreTooLargeAreRefused() {
    String large = "y".repeat(1_900_000);

    assertThat(refusal(() -> read(part("name=\"a\"", large + large))).code())
        .isEqualTo(FailureCode.PAYLOAD_TOO_LARGE);
    assertThat(
            refusal(() -> read(part("name=\"a\"", large) + part("name=\"b\"", large) + "--x--"))
                .code())
        .isEqualTo(FailureCode.PAYLOAD_TOO_LARGE);
    assertThat(refusal(() -> read(part("name=\"a\"", "1").repeat(65) + "--x--")).code())
        .isEqualTo(FailureCode.PAYLOAD_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no form", "--y--"})
  void whatHasNoPartsIsAnEmptyForm(String body) throws IOException {
    try (FormInput form = read(body)) {
      assertThat(form.names()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off"})
  void whatIsNoFormIsRefused(String body) {
    assertThat(refusal(() -> read(body).close()).code()).isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @Test
  void aFormWithoutABoundaryIsRefused() {
    assertThat(refusal(() -> read("multipart/form-data", "--x--")).code())
        .isEqualTo(FailureCode.INVALID_REQUEST);
  }

  private static String part(String disposition, String content) {
    return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private FormInput read(String body) throws IOException {
    return read(TYPE, body);
  }

  private FormInput read(String type, String body) throws IOException {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>(Map.of("Content-Type", type));
    return reader.readFrom(
        FormInput.class,
        FormInput.class,
        new Annotation[0],
        MediaType.MULTIPART_FORM_DATA_TYPE,
        headers,
        new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static FailureException refusal(Reading reading) {
    return catchThrowableOfType(FailureException.class, reading::run);
  }

  private static long spooledFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("easel-form-")).count();
    }
  }
}
