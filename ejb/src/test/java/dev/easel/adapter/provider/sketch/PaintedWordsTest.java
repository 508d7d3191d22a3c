package dev.easel.adapter.provider.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.sketch.prompt.Hue;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the vocabulary has to be seen in the picture. */
class PaintedWordsTest {

  private static final double VISIBLE = 0.25;

  private static final Map<String, int[]> PLAIN = new TreeMap<>();

  private static int[] paint(String prompt) {
    return Orders.of(prompt).paint().pixels(0);
  }

  /** A picture without the word, in which the word has something to change. */
  private static String without(Motif motif) {
    boolean thing = motif.kind() == Kind.THING;
    return thing ? "a still life with a bowl" : "mountains by a lake in the afternoon";
  }

  @ParameterizedTest
  @EnumSource(Motif.class)
  void everyMotifChangesThePicture(Motif motif) {
    String base = base(motif);
    int[] plain = PLAIN.computeIfAbsent(base, PaintedWordsTest::paint);

    int[] painted = paint(base + " with " + motif.words().get(0));

    assertThat(Orders.difference(plain, painted)).as(motif.name()).isGreaterThan(VISIBLE);
  }

  /** The vocabulary's own words must not be in the base, or nothing could change. */
  private static String base(Motif motif) {
    return switch (motif) {
      case LAKE, MOUNTAINS -> "a meadow in the morning";
      case NOON -> "a lake in the rain";
      case MARBLE -> "a still life with an apple";
      case BOWL, TABLE -> "an apple";
      default -> without(motif);
    };
  }

  @ParameterizedTest
  @EnumSource(Hue.class)
  void everyColourChangesThePicture(Hue hue) {
    int[] plain = PLAIN.computeIfAbsent("a lake", PaintedWordsTest::paint);

    int[] painted = paint("a lake in " + hue.words().get(0));

    assertThat(Orders.difference(plain, painted)).isGreaterThan(3);
  }

  static Stream<String> pictures() {
    return Stream.of(
        "mountains",
        "sea",
        "lake",
        "forest",
        "desert",
        "city",
        "night sky",
        "garden",
        "snow",
        "meadow",
        "abstract",
        "portrait",
        "still life",
        "beach",
        "volcano",
        "canyon",
        "waterfall",
        "village",
        "jungle",
        "underwater",
        "space",
        "office",
        "street",
        "savanna",
        "island");
  }

  @Test
  void scenesCanBeToldApart() {
    List<int[]> seen = new ArrayList<>();
    pictures().forEach(scene -> seen.add(paint(scene + " at noon")));

    for (int i = 0; i < seen.size(); i++) {
      for (int j = i + 1; j < seen.size(); j++) {
        assertThat(Orders.difference(seen.get(i), seen.get(j)))
            .as("%s and %s", i, j)
            .isGreaterThan(3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("excluded")
  void whatTheNegativePromptNamesIsNotPainted(String word) {
    Orders asked = Orders.of("a lake with a " + word);

    int[] refused = asked.without(word).paint().pixels(0);

    assertThat(Orders.difference(asked.paint().pixels(0), refused)).isGreaterThan(VISIBLE);
    assertThat(refused)
        .isEqualTo(Orders.of("a lake with a " + word).without(word + "s").paint().pixels(0));
  }

  static Stream<String> excluded() {
    return Stream.of("bridge", "boat", "castle", "tree", "rainbow", "horse", "moon");
  }

  @Test
  void aColourBeforeAThingColoursTheThingOnly() {
    int[] plain = paint("a car");
    int[] green = paint("a green car");

    double change = Orders.difference(plain, green);

    assertThat(change).isBetween(0.5, 15.0);
  }

  @Test
  void whatIsNotUnderstoodAtAllBecomesAnAbstractOfItsOwn() {
    int[] one = paint("blorp fnord");
    int[] other = paint("quux zzyzx");

    assertThat(Orders.difference(one, other)).isGreaterThan(4);
  }
}
