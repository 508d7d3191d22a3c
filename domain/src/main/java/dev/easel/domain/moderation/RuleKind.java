package dev.easel.domain.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the text of a rule is. */
public enum RuleKind {
  /** One word, found whole only. */
  WORD,
  /** Words that follow each other. */
  PHRASE,
  /** Two lists of words, {@code a, b | c, d}: one of each list, near each other, in any order. */
  PAIR,
  /** A regular expression of RE2. */
  PATTERN;

  /** {@code word}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RuleKind> parse(String text) {
    return Arrays.stream(values()).filter(value -> value.wire().equals(text)).findFirst();
  }
}
