package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.FailureException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentBodyTest {

  private static final String TYPE = "multipart/form-data; boundary=x";
  private static final String PNG = "\u0089PNG\r\n";

  @Test
  void fieldsAreTheMembersOfTheSameJson() throws IOException {
    SentBody sent =
        read(
            part("prompt", "42")
                + part("strength", "0.5")
                + part("preserve", "{\"colors\":true}")
                + part("parameters.width", "64")
                + part("parameters.scheduler", "DDIM")
                + part("negative_prompt", " "));

    assertThat(sent.json().json())
        .hasToString(
            "{\"prompt\":\"42\",\"strength\":0.5,\"preserve\":{\"colors\":true},"
                + "\"parameters\":{\"width\":64,\"scheduler\":\"DDIM\"}}");
  }

  @Test
  void fieldsWinOverThePartThatHoldsAll() throws IOException {
    SentBody sent =
        read(
            part("parameters.width", "128")
                + part("request", "{\"prompt\":\"x\",\"parameters\":{\"width\":64,\"seed\":1}}"));

    assertThat(sent.json().json())
        .hasToString("{\"prompt\":\"x\",\"parameters\":{\"width\":128,\"seed\":1}}");
  }

  @Test
  void aPictureIsAFileUnlessItIsWritten() throws IOException {
    SentBody sent =
        read(part("init_image", PNG) + part("mask_image", "https://example.org/mask.png"));

    assertThat(sent.file("init_image")).contains(PNG.getBytes(ISO_8859_1));
    assertThat(sent.file("mask_image")).isEmpty();
    assertThat(sent.json().text("mask_image")).isEqualTo("https://example.org/mask.png");
  }

  @Test
  void anotherFileIsAnotherRequest() throws IOException {
    assertThat(read(part("init_image", PNG)).json().hash())
        .isEqualTo(read(part("init_image", PNG)).json().hash())
        .isNotEqualTo(read(part("init_image", PNG + "x")).json().hash());
  }

  @Test
  void aWholeThatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> read(part("request", "[1]")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("request must be a JSON object");
  }

  private static String part(String name, String content) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  private static SentBody read(String parts) throws IOException {
    FormInputReader reader = new FormInputReader();
    reader.mostPartBytes = 10_000;
    reader.mostBytes = 20_000;
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.putSingle("Content-Type", TYPE);
    try (FormInput form =
        reader.readFrom(
            FormInput.class,
            FormInput.class,
            new Annotation[0],
            MediaType.valueOf(TYPE),
            headers,
            new ByteArrayInputStream((parts + "--x--\r\n").getBytes(ISO_8859_1)))) {
      return SentBody.of(
          form, Set.of("init_image", "mask_image"), Set.of("prompt", "negative_prompt"));
    }
  }
}
