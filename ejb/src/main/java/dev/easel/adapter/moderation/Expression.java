package dev.easel.adapter.moderation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;

/**
 * Regular expressions of operators: RE2's take linear time whatever they are, and their size is
 * bounded here.
 */
final class Expression {

  private static final int LONGEST = 500;

  /** Instructions of the compiled program; its time is at most this times the text's length. */
  private static final int LARGEST = 1000;

  /** What the repeats of an expression may multiply to before it is even compiled. */
  private static final long MOST_REPEATS = 1_000_000;

  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{1,9})?)?\\}");

  private Expression() {}

  /**
   * @throws IllegalArgumentException with the end of a sentence about the expression
   */
  static Pattern compile(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("must be at most " + LONGEST + " characters as a pattern");
    }
    if (repeats(text) > MOST_REPEATS) {
      throw new IllegalArgumentException("repeats too much");
    }
    try {
      Pattern pattern = Pattern.compile(PlainText.pattern(text), Pattern.CASE_INSENSITIVE);
      if (pattern.programSize() > LARGEST) {
        throw new IllegalArgumentException("is too large a pattern");
      }
      if (pattern.matcher("").find()) {
        throw new IllegalArgumentException("must not match the empty text");
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("is no pattern of RE2: " + e.getDescription(), e);
    }
  }

  private static long repeats(String text) {
    return REPEAT
        .matcher(text)
        .results()
        .mapToLong(Expression::most)
        .reduce(1, (a, b) -> Math.min(MOST_REPEATS + 1, a * Math.max(1, b)));
  }

  private static long most(MatchResult repeat) {
    return Long.parseLong(repeat.group(2) == null ? repeat.group(1) : repeat.group(2));
  }
}
