package dev.easel.domain.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeySecretTest {

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 60;

  @Test
  void readsBackWhatItIssued() {
    for (int i = 0; i < 200; i++) {
      KeySecret issued = KeySecret.random();

      assertThat(issued.text()).matches("esk_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");
      assertThat(KeySecret.parse(issued.text())).contains(issued);
      assertThat(issued.matches(issued.hash())).isTrue();
      assertThat(KeySecret.random().matches(issued.hash())).isFalse();
    }
  }

  @Property
  void noticesAnyChangedCharacter(
      @ForAll @IntRange(max = LENGTH - 1) int place, @ForAll char other) {
    String text = KeySecret.random().text();
    if (text.charAt(place) == other) {
      return;
    }

    String tampered = text.substring(0, place) + other + text.substring(place + 1);

    assertThat(KeySecret.parse(tampered)).isEmpty();
  }

  @Property
  void takesNoOtherLength(@ForAll @IntRange(max = LENGTH - 1) int length) {
    String text = KeySecret.random().text();

    assertThat(text).hasSize(LENGTH);
    assertThat(KeySecret.parse(text.substring(0, length))).isEmpty();
    assertThat(KeySecret.parse(text.substring(length) + text)).isEmpty();
  }

  @Property
  void neverFailsOnNoise(@ForAll String noise) {
    assertThat(KeySecret.parse(noise)).isEmpty();
    assertThat(KeySecret.parse("esk_live_" + noise)).isEmpty();
  }

  @Test
  void takesNoUnderscoreWithinItsWordsEvenIfTheChecksumIsRight() {
    String body = "esk_live_abc_efghijkl_" + "A".repeat(31) + "_";

    assertThat(KeySecret.parse(body + checksum(body))).isEmpty();
  }

  @Test
  void neverPrintsItsSecret() {
    KeySecret key = KeySecret.random();

    assertThat(key.toString()).contains(key.id()).doesNotContain(key.secret());
    assertThat(key.hash()).hasSize(64).doesNotContain(key.secret());
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(UTF_8));
    long rest = crc.getValue();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(BASE62.charAt((int) (rest % 62)));
      rest /= 62;
    }
    return text.reverse().toString();
  }
}
