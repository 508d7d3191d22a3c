package dev.easel.adapter.provider.sketch.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptReaderTest {

  private static Wishes read(String prompt) {
    return PromptReader.read(prompt, "");
  }

  @Test
  void pluralsAndPhrasesMeanTheSame() {
    assertThat(read("cherry blossoms and wolves").motifs()).containsKeys(Motif.CHERRY, Motif.WOLF);
    assertThat(read("Northern Lights!").motifs()).containsOnlyKeys(Motif.AURORA);
    assertThat(read("butterflies").motifs()).containsOnlyKeys(Motif.BUTTERFLY);
  }

  @Test
  void theLongestPhraseWins() {
    assertThat(read("hot air balloons").motifs()).containsOnlyKeys(Motif.BALLOONS);
    assertThat(read("a stone lantern").motifs()).containsOnlyKeys(Motif.STONE_LANTERN);
  }

  @Test
  void aColourBelongsToTheNounItStandsBefore() {
    Wishes wishes = read("a white cat with a red hat");

    assertThat(wishes.hueOf(Motif.CAT)).isEqualTo(Optional.of(Hue.WHITE));
    assertThat(wishes.hueOf(Motif.HAT)).isEqualTo(Optional.of(Hue.RED));
    assertThat(wishes.hues()).isEmpty();
  }

  @Test
  void aColourBeforeAPlaceBelongsToThePicture() {
    assertThat(read("Blue mountain landscape").hues()).containsExactly(Hue.BLUE);
  }

  @Test
  void noAndWithoutExclude() {
    Wishes wishes = read("a forest without birds and clouds, no moon");

    assertThat(wishes.motifs()).containsOnlyKeys(Motif.FOREST);
    assertThat(wishes.excluded()).containsExactlyInAnyOrder(Motif.BIRDS, Motif.CLOUDS, Motif.MOON);
  }

  @Test
  void theNegativePromptTakesAway() {
    Wishes wishes = PromptReader.read("a lake with a boat", "boats, people");

    assertThat(wishes.has(Motif.BOAT)).isFalse();
    assertThat(wishes.allows(Motif.COUPLE)).isFalse();
  }

  @Test
  void hyphenatedWordsAreTakenApart() {
    assertThat(read("snow-capped mountains").motifs())
        .containsOnlyKeys(Motif.SNOW, Motif.MOUNTAINS);
  }

  @Test
  void unknownWordsAreKeptOnceAndInOrder() {
    assertThat(read("a zebra, a yak and a zebra in 4k").unpainted())
        .containsExactly("zebra", "yak");
  }
}
