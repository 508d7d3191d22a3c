package dev.easel.adapter.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.RuleKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to the letters of a forbidden word, it is found. */
class DisguiseProperty {

  private static final List<String> INVISIBLE =
      List.of("", "\u200B", "\u200D", "\u2060", "\u00AD", "\uFE0F", "\u0336", "\u0301");
  private static final List<String> GAPS = List.of(".", "-", "_", " ", "  ", " - ", "*", "\n");
  private static final Map<Character, List<String>> LETTERS =
      Map.ofEntries(
          Map.entry('a', List.of("a", "A", "4", "@", "а", "α", "ａ", "á")),
          Map.entry('b', List.of("b", "B", "В", "ｂ")),
          Map.entry('d', List.of("d", "D", "ԁ", "ᴅ", "𝒅")),
          Map.entry('e', List.of("e", "E", "3", "е", "ε", "Ｅ", "ê")),
          Map.entry('i', List.of("i", "I", "1", "і", "ι", "í")),
          Map.entry('l', List.of("l", "L", "1", "ł", "ｌ")),
          Map.entry('n', List.of("n", "N", "η", "ñ", "ⓝ")),
          Map.entry('o', List.of("o", "O", "0", "о", "ο", "ø", "ö")),
          Map.entry('r', List.of("r", "R", "ʀ", "ｒ")),
          Map.entry('s', List.of("s", "S", "5", "$", "ѕ", "š")),
          Map.entry('t', List.of("t", "T", "7", "т", "τ")),
          Map.entry('u', List.of("u", "U", "υ", "ü")));

  private static final List<String> FORBIDDEN =
      List.of("nude", "rodents", "libertines", "brutal", "sedition");

  private final ContentPolicy policy = Policies.of(RuleKind.WORD, FORBIDDEN.toArray(String[]::new));

  @Provide
  Arbitrary<String> forbidden() {
    return Arbitraries.of(FORBIDDEN);
  }

  @Property
  void aDisguisedWordIsFound(@ForAll("forbidden") String word, @ForAll long seed) {
    Random random = new Random(seed);
    String gap = random.nextBoolean() ? "" : pick(GAPS, random);
    StringBuilder disguised = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      // One letter stays a letter: digits alone are numbers.
      disguised
          .append(i == 0 ? "" : gap)
          .append(i == 0 ? word.substring(0, 1) : pick(LETTERS.get(word.charAt(i)), random))
          .append(pick(INVISIBLE, random));
    }

    assertThat(policy.objections("a quiet lake, " + disguised + " ; the hills"))
        .as(policy.normalised(disguised.toString()))
        .hasSize(1);
  }

  @Property
  void aStretchedWordIsFound(@ForAll("forbidden") String word, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder stretched = new StringBuilder();
    word.chars()
        .forEach(c -> stretched.append(Character.toString(c).repeat(1 + random.nextInt(5))));

    assertThat(policy.objections("one " + stretched + " more")).hasSize(1);
  }

  @Property
  void aWordWithinAnotherIsNotFound(@ForAll("forbidden") String word, @ForAll long seed) {
    Random random = new Random(seed);
    String before = Character.toString('a' + random.nextInt(26)).repeat(1 + random.nextInt(3));
    String longer = random.nextBoolean() ? before + word : word + before;

    // To the policy l and i are one letter.
    String once = longer.replace('l', 'i').replaceAll("(.)\\1+", "$1");
    boolean stretchedOnly = once.equals(word.replace('l', 'i').replaceAll("(.)\\1+", "$1"));
    assertThat(policy.objections("the " + longer + " lake")).hasSize(stretchedOnly ? 1 : 0);
  }

  @Property
  void anyTextCanBeJudged(@ForAll String text) {
    assertThat(policy.objections(text)).isNotNull();
    assertThat(policy.normalised(text)).isNotNull();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
