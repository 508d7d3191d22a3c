package dev.easel.domain.shared;

/**
 * Text as a database takes it. Java strings and JSON can hold what is no text: U+0000, which
 * PostgreSQL refuses, and half of a surrogate pair, which UTF-8 cannot write.
 */
public final class StoredText {

  private static final int REPLACEMENT = 0xFFFD;

  private StoredText() {}

  /** Whether a database can keep it as it is. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StoredText::isNoText);
  }

  /**
   * What can be kept of a text that is not the caller's to correct, such as a provider's reason.
   *
   * @param longest UTF-16 units, which is how H2 measures a column; PostgreSQL counts characters,
   *     of which there are never more
   */
  public static String fitting(String text, int longest) {
    StringBuilder fitting = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(c -> isNoText(c) ? REPLACEMENT : c)
        .takeWhile(c -> fitting.length() + Character.charCount(c) <= longest)
        .forEach(fitting::appendCodePoint);
    return fitting.toString();
  }

  private static boolean isNoText(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
