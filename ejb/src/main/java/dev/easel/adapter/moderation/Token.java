package dev.easel.adapter.moderation;

/**
 * Letters and digits of plain text that stand together.
 *
 * @param raw as they stand in the plain text
 * @param glued whether nothing but punctuation separates it from the token before
 */
record Token(String raw, boolean glued) {

  boolean isSingle() {
    return raw.codePointCount(0, raw.length()) == 1;
  }

  /** With look-alikes replaced, and digits and signs too if there is a letter or a sign alone. */
  static String latin(String raw) {
    boolean leet =
        raw.codePoints().anyMatch(Character::isLetter)
            || raw.codePoints().noneMatch(Character::isDigit);
    StringBuilder latin = new StringBuilder(raw.length());
    raw.codePoints()
        .map(LookAlikes::latin)
        .map(c -> leet ? LookAlikes.unleet(c) : c)
        .forEach(latin::appendCodePoint);
    return latin.toString();
  }

  /** Without digits and signs at both ends: {@code nude2}, {@code $nude}. */
  static String core(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && !Character.isLetter(raw.codePointAt(start))) {
      start += Character.charCount(raw.codePointAt(start));
    }
    while (end > start && !Character.isLetter(raw.codePointBefore(end))) {
      end -= Character.charCount(raw.codePointBefore(end));
    }
    return raw.substring(start, end);
  }
}
