package dev.easel.domain.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much is refused. Of a rule it is the mildest judgement that still uses it, of a judgement the
 * strictest rules it uses; from mild to strict.
 */
public enum Strictness {
  /** Rules that apply whatever the caller wishes, and nothing else. */
  ALWAYS,
  /** What OpenAI's {@code moderation: low} still refuses. */
  LOW,
  /** What a caller gets who wishes nothing. */
  STANDARD;

  /** Whether a judgement this strict uses such a rule. */
  public boolean uses(Strictness rule) {
    return rule.compareTo(this) <= 0;
  }

  public Strictness atLeast(Strictness least) {
    return compareTo(least) < 0 ? least : this;
  }

  /** {@code standard}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Strictness> parse(String text) {
    return Arrays.stream(values()).filter(value -> value.wire().equals(text)).findFirst();
  }
}
