package dev.easel.adapter.moderation;

import java.text.Normalizer;

/**
 * Text without what a reader does not see: compatibility forms (fullwidth, ligatures, bold
 * alphabets of mathematics), accents, invisible characters, letter case.
 */
final class PlainText {

  private PlainText() {}

  static String of(String text) {
    if (isPlainAlready(text)) {
      return text;
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> !isInvisible(c) && !isAccent(c))
        .map(PlainText::boxed)
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(plain::appendCodePoint);
    // Marks of other scripts tell words apart and stay: they are put back where they were.
    return Normalizer.normalize(plain, Normalizer.Form.NFKC);
  }

  /** A regular expression for plain text: its accents taken off, all else as it was. */
  static String pattern(String expression) {
    StringBuilder plain = new StringBuilder(expression.length());
    Normalizer.normalize(expression, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> !isAccent(c))
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isPlainAlready(String text) {
    return text.chars().allMatch(c -> c < 0x80 && (c < 'A' || c > 'Z') && (c >= ' ' || c == '\n'));
  }

  /** Joiners, soft hyphens, marks of direction, fillers, selectors, tags. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || (Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  /** Combining marks that belong to no script of their own. */
  private static boolean isAccent(int c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0483 && c <= 0x0489)
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20FF)
        || (c >= 0xFE20 && c <= 0xFE2F);
  }

  /** White letters on black, and those that flags are made of, have no compatibility form. */
  private static int boxed(int c) {
    if (c >= 0x1F150 && c <= 0x1F169) {
      return 'a' + c - 0x1F150;
    }
    if (c >= 0x1F170 && c <= 0x1F189) {
      return 'a' + c - 0x1F170;
    }
    return c >= 0x1F1E6 && c <= 0x1F1FF ? 'a' + c - 0x1F1E6 : c;
  }
}
