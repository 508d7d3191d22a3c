package dev.easel.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.InlineContent.MalformedException;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class InlineContentProperty {

  private static final int MOST = 10_000;

  /** The ways base64 is written: alphabet, padding, line breaks. */
  @Provide
  Arbitrary<Base64.Encoder> spellings() {
    return Arbitraries.of(
        Base64.getEncoder(),
        Base64.getEncoder().withoutPadding(),
        Base64.getUrlEncoder(),
        Base64.getUrlEncoder().withoutPadding(),
        Base64.getMimeEncoder());
  }

  @Provide
  Arbitrary<String> heads() {
    return Arbitraries.of(
        "data:image/png;base64,",
        "DATA:image/png;BASE64,",
        "data:;base64,",
        "data:image/svg+xml;charset=utf-8;base64,",
        "data:text/plain;name=a%20b;base64,");
  }

  @Property
  void everySpellingOfBase64IsRead(
      @ForAll @Size(max = 2_000) byte[] content, @ForAll("spellings") Base64.Encoder spelling)
      throws MalformedException {
    assertThat(InlineContent.decode(spelling.encodeToString(content), MOST)).isEqualTo(content);
  }

  @Property
  void everyDataUrlIsRead(
      @ForAll @Size(max = 500) byte[] content,
      @ForAll("heads") String head,
      @ForAll("spellings") Base64.Encoder spelling)
      throws MalformedException {
    String text = spelling.encodeToString(content);

    assertThat(InlineContent.decode(head + text, MOST)).isEqualTo(content);
    assertThat(InlineContent.decode(head + escaped(text), MOST)).isEqualTo(content);
  }

  @Property
  void contentThatIsNotBase64IsReadByItsEscapes(@ForAll @Size(max = 500) byte[] content)
      throws MalformedException {
    StringBuilder text = new StringBuilder("data:,");
    for (byte b : content) {
      text.append("%%%02x".formatted(b & 0xff));
    }

    assertThat(InlineContent.decode(text.toString(), MOST)).isEqualTo(content);
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(InlineContent.decode(text, MOST)).isNotNull();
    } catch (MalformedException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 20)
  void whatIsTooLongIsRefused(@ForAll("spellings") Base64.Encoder spelling) {
    String text = spelling.encodeToString(new byte[MOST + 1]);

    assertThatThrownBy(() -> InlineContent.decode(text, MOST))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("exceeds");
  }

  private static String escaped(String base64) {
    return base64.replace("+", "%2B").replace("/", "%2f").replace("=", "%3D");
  }
}
