package dev.easel.web.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnceTest {

  @Test
  void theSameFormSentTwiceIsOneOrder() {
    String word = Once.fresh();

    assertThat(Once.of(word, List.of("a hill", "7")))
        .isEqualTo(Once.of(word, List.of("a hill", "7")));
  }

  @Test
  void anotherFormOrOtherContentIsAnotherOrder() {
    String word = Once.fresh();

    assertThat(Once.of(word, List.of("a hill")).key())
        .isNotEqualTo(Once.of(Once.fresh(), List.of("a hill")).key())
        .isNotEqualTo(Once.of(word, List.of("a sea")).key());
    assertThat(Once.of(word, List.of("ab", "c")).key())
        .isNotEqualTo(Once.of(word, List.of("a", "bc")).key());
  }

  @Test
  void withoutAWordEachSendingIsAnOrder() {
    assertThat(Once.of(null, List.of("a hill")).key()).isNull();
    assertThat(Once.of(" ", List.of("a hill")).key()).isNull();
  }
}
