package dev.easel.adapter.moderation;

import java.util.Arrays;

/**
 * How a word is spelled, letters that are repeated told apart from how often: a longer run of a
 * letter is the same word, a shorter one is another ({@code as}, {@code ass}).
 *
 * @param letters without repetitions; l and i are one, since the digit 1 stands for either
 */
record Spelling(String letters, Runs runs) {

  /** Runs in shorter words have to be this long before they count as stretched. */
  private static final int STRETCHED = 3;

  private static final int SHORT_WORD = 3;

  /** How often each letter stands there. */
  static final class Runs {
    private final int[] lengths;

    private Runs(int[] lengths) {
      this.lengths = lengths;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Runs runs && Arrays.equals(lengths, runs.lengths);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(lengths);
    }
  }

  static Spelling of(CharSequence word) {
    StringBuilder letters = new StringBuilder(word.length());
    int[] lengths = new int[word.length()];
    int last = -1;
    for (int at = 0; at < word.length(); ) {
      int c = Character.codePointAt(word, at);
      at += Character.charCount(c);
      c = c == 'l' ? 'i' : c;
      if (c == last) {
        lengths[letters.codePointCount(0, letters.length()) - 1]++;
      } else {
        letters.appendCodePoint(c);
        lengths[letters.codePointCount(0, letters.length()) - 1] = 1;
      }
      last = c;
    }
    int count = letters.codePointCount(0, letters.length());
    return new Spelling(letters.toString(), new Runs(Arrays.copyOf(lengths, count)));
  }

  /** Whether this is the rule's word, perhaps stretched. */
  boolean matches(Spelling rule) {
    if (!letters.equals(rule.letters)) {
      return false;
    }
    for (int i = 0; i < runs.lengths.length; i++) {
      int here = runs.lengths[i];
      int wanted = rule.runs.lengths[i];
      boolean stretched = here > wanted && (here >= STRETCHED || rule.length() > SHORT_WORD);
      if (here != wanted && !stretched) {
        return false;
      }
    }
    return true;
  }

  /** Letters in all. */
  int length() {
    return Arrays.stream(runs.lengths).sum();
  }
}
