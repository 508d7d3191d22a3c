package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

  private static final String PALETTE = "\uD83C\uDFA8";

  @ParameterizedTest
  @ValueSource(strings = {"", "a lake", "é\n\t", PALETTE})
  void textIsKeptAsItIs(String text) {
    assertThat(StoredText.isStorable(text)).isTrue();
    assertThat(StoredText.fitting(text, 100)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\uD83Cb", "a\uDFA8b"})
  void whatIsNoTextIsReplaced(String text) {
    assertThat(StoredText.isStorable(text)).isFalse();
    assertThat(StoredText.fitting(text, 100)).isEqualTo("a\uFFFDb");
  }

  @Test
  void itIsCutInUnitsAndNeverWithinACharacter() {
    assertThat(StoredText.fitting(PALETTE.repeat(3), 4)).isEqualTo(PALETTE.repeat(2));
    assertThat(StoredText.fitting(PALETTE.repeat(3), 5)).isEqualTo(PALETTE.repeat(2));
    assertThat(StoredText.fitting("abc", 2)).isEqualTo("ab");
  }
}
