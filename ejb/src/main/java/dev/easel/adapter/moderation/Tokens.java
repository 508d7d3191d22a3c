package dev.easel.adapter.moderation;

import java.util.ArrayList;
import java.util.List;

/** Cuts plain text into tokens. */
final class Tokens {

  private Tokens() {}

  static List<Token> of(String plain) {
    List<Token> tokens = new ArrayList<>(plain.length() / 6 + 1);
    int at = 0;
    boolean glued = false;
    while (at < plain.length()) {
      int c = plain.codePointAt(at);
      if (isPart(plain, at, c)) {
        int end = end(plain, at);
        tokens.add(new Token(plain.substring(at, end), glued && !tokens.isEmpty()));
        at = end;
        glued = true;
      } else {
        glued &= !separates(c);
        at += Character.charCount(c);
      }
    }
    return tokens;
  }

  /** An apostrophe does as well: {@code he'll} is two words. */
  private static boolean separates(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x2800
        || c == '\''
        || c == 0x2018
        || c == 0x2019;
  }

  private static int end(String plain, int start) {
    int at = start;
    while (at < plain.length() && isPart(plain, at, plain.codePointAt(at))) {
      at += Character.charCount(plain.codePointAt(at));
    }
    return at;
  }

  private static boolean isPart(String plain, int at, int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z')
          || (c >= '0' && c <= '9')
          || c == '@'
          || c == '$'
          || ((c == '!' || c == '|') && isBetweenLetters(plain, at));
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isBetweenLetters(String plain, int at) {
    return at > 0
        && at + 1 < plain.length()
        && Character.isLetterOrDigit(plain.codePointBefore(at))
        && Character.isLetterOrDigit(plain.codePointAt(at + 1));
  }
}
