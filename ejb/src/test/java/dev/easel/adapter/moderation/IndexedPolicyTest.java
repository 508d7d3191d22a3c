package dev.easel.adapter.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.RuleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedPolicyTest {

  /** Coarser than what is shipped: the ends and middles of many innocent words. */
  private final ContentPolicy coarse =
      Policies.of(
          RuleKind.WORD,
          "nude",
          "naked",
          "sex",
          "ass",
          "cock",
          "tit",
          "anal",
          "cum",
          "rape",
          "porn",
          "hell",
          "penis",
          "boobs",
          "x-rated");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a nude woman",
        "NUDE",
        "a ＮＵＤＥ woman",
        "𝐧𝐮𝐝𝐞",
        "ⓝⓤⓓⓔ",
        "🅽🆄🅳🅴",
        "🇳 🇺 🇩 🇪",
        "núdè",
        "n̶u̶d̶e̶",
        "nu\u200Bde",
        "nu\u00ADde",
        "n\u2060u\u200Dd\uFEFFe",
        "пudе",
        "ηudε",
        "nᴜᴅᴇ",
        "nud3",
        "n.u.d.e",
        "n-u-d-e",
        "n_u_d_e",
        "n u d e",
        "a n u d e woman",
        "a s e x",
        "nu.de",
        "nu*de",
        "n  u   d\te",
        "nuuuude",
        "nuude",
        "(nude)",
        "nude!",
        "$nude",
        "@nude",
        "nude2",
        "18nude",
        "girl,nude,tree",
        "girl,n u d e",
        "nude-woman",
        "p0rn",
        "pоrn",
        "s3x",
        "$ex",
        "a$$",
        "@$$",
        "t!t",
        "t1t",
        "he11",
        "x-rated",
        "x rated",
        "xrated",
        "4n4l"
      })
  void disguisesAreSeenThrough(String prompt) {
    assertThat(coarse.objections(prompt)).as(coarse.normalised(prompt)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Essex and Sussex in spring",
        "an assassin in a classic cassock passes the grass",
        "a cockpit, a cocktail, a peacock",
        "a title on titanium, Titian's constitution",
        "analysis of the canal, annals of a banal analyst",
        "a document about cucumbers",
        "grapes, drapes and a scraper",
        "Hello shell, he'll be at Scunthorpe",
        "the pen is on the table",
        "as soon as possible, as sharp as glass",
        "a bob haircut, two bobs",
        "denuded hills",
        "1080p 4k 3d f/1.8 iso 455",
        "a, b, c and d",
        "U.S.A. and U.K., e.g. N.Y.",
        "mp3 player from 1977, 50 455 5005",
        "we'll sell a bell",
        "портрет девушки в саду",
        "夕日の海、美しい風景",
        "एक सुंदर झील",
        "η θάλασσα το πρωί",
        "schöne Straße im Regen",
        "🌅🌊",
        ""
      })
  void innocentPromptsPass(String prompt) {
    assertThat(coarse.objections(prompt)).as(coarse.normalised(prompt)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sex scene", "a SEX  scene", "s3x scene", "sex-scene", "sexscene", "s e x scene"})
  void aPhraseIsItsWordsInARow(String prompt) {
    assertThat(Policies.of(RuleKind.PHRASE, "sex scene").objections(prompt)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scene of the other sex", "sex and a scene", "unisex scene"})
  void wordsApartAreNoPhrase(String prompt) {
    assertThat(Policies.of(RuleKind.PHRASE, "sex scene").objections(prompt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a red car and a fast wheel, true",
    "wheels of a c.a.r, true",
    "a wheel, false",
    "a red car, false",
    "a scarf and a wheel, false"
  })
  void aPairNeedsOneOfEachNearEachOther(String prompt, boolean offends) {
    ContentPolicy policy = Policies.of(RuleKind.PAIR, "car, motor bike | wheel, wheels");

    assertThat(policy.objections(prompt)).hasSize(offends ? 1 : 0);
  }

  @Test
  void wordsOfAPairFarApartAreNone() {
    ContentPolicy policy = Policies.of(RuleKind.PAIR, "car | wheel");

    assertThat(policy.objections("car " + "and ".repeat(15) + "wheel")).hasSize(1);
    assertThat(policy.objections("car " + "and ".repeat(16) + "wheel")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\\bblue (whale|shark)s?\\b', Two BLUE whales, true",
    "'\\bblue (whale|shark)s?\\b', blue wh4les, true",
    "'\\bblue (whale|shark)s?\\b', a blue-whale, false",
    "'\\bblue.(whale|shark)s?\\b', a blue-whale, true",
    "schön, sehr schön, true",
    "schön, SCHO\u0308N, true",
    "Чайка, чайка над морем, true",
    "裸体, 美しい裸体の絵, true"
  })
  void patternsMatchThePlainAndTheNormalisedText(String pattern, String prompt, boolean offends) {
    assertThat(Policies.of(RuleKind.PATTERN, pattern).objections(prompt)).hasSize(offends ? 1 : 0);
  }

  @Test
  void eachRuleIsToldOnceAndAllAreTold() {
    assertThat(coarse.objections("nude nude naked n u d e")).hasSize(2);
  }

  @Test
  void theNormalisedTextIsReadable() {
    assertThat(coarse.normalised("A  N.U.D.E  wоmаn, s00oooo pretty"))
        .isEqualTo("a nude woman so pretty");
  }

  @ParameterizedTest
  @CsvSource({
    "WORD, two words, must be one word; a phrase may be several",
    "WORD, x, must have at least two letters or digits per word",
    "WORD, '...', must have at least two letters or digits per word",
    "PAIR, a car, must be two lists with one | between them",
    "PAIR, car | wheel | door, must be two lists with one | between them",
    "PAIR, 'car, | wheel', must have at least two letters or digits per word",
    "PATTERN, '(', is no pattern of RE2: missing closing )",
    "PATTERN, '(?=x)y', is no pattern of RE2: invalid or unsupported Perl syntax",
    "PATTERN, 'x*', must not match the empty text",
    "PATTERN, '((a{100}){100}){101}', repeats too much",
    "PATTERN, '(a{1000}){1000}', is too large a pattern",
    "PATTERN, '(a+)+$', "
  })
  void rulesThatCannotBeUsedAreTold(RuleKind kind, String text, String fault) {
    assertThat(new IndexedPolicies().fault(kind, text).orElse(null)).isEqualTo(fault);
  }

  @Test
  void aPatternThatWouldExplodeElsewhereTakesLinearTime() {
    ContentPolicy policy = Policies.of(RuleKind.PATTERN, "(x+x+)+y");

    assertThat(policy.objections("x".repeat(30_000))).isEmpty();
  }
}
