package dev.easel.domain.asset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Files written as text: a data URL (RFC 2397), or base64 alone in any of its spellings, with line
 * breaks, in the alphabet for URLs, with or without padding. What a data URL says of its media type
 * is not believed and so not read.
 */
public final class InlineContent {

  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";

  /** Shorter than any picture; a mistyped id or path is told as what it is. */
  private static final int SHORTEST = 40;

  private InlineContent() {}

  /** Why a text holds no file. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  public static boolean isDataUrl(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** Whether it consists of the characters of base64 and is long enough to be a picture. */
  public static boolean isBase64(String text) {
    return text.length() >= SHORTEST && text.chars().allMatch(c -> isSpace(c) || isDigit(c));
  }

  /**
   * The file within the text.
   *
   * @param most bytes the file may have
   * @throws MalformedException if it is no data URL and no base64, or longer; the message goes on
   *     from the name of a field
   */
  public static byte[] decode(String text, int most) throws MalformedException {
    if (text.length() > 4L * most) {
      throw tooLong(most);
    }
    byte[] content = isDataUrl(text) ? ofDataUrl(text) : ofBase64(ascii(text));
    if (content.length > most) {
      throw tooLong(most);
    }
    return content;
  }

  private static MalformedException tooLong(int most) {
    return new MalformedException("exceeds " + (most >> 20) + " MB");
  }

  private static byte[] ofDataUrl(String text) throws MalformedException {
    int comma = text.indexOf(',');
    if (comma < 0) {
      throw new MalformedException("is a data URL without a comma before its content");
    }
    byte[] content = unescaped(ascii(text.substring(comma + 1)));
    String head = text.substring(0, comma).stripTrailing();
    boolean base64 =
        head.regionMatches(true, head.length() - BASE64.length(), BASE64, 0, BASE64.length());
    return base64 ? ofBase64(content) : content;
  }

  private static byte[] ascii(String text) throws MalformedException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (text.chars().anyMatch(c -> c > 0x7f)) {
      throw new MalformedException("is not valid base64");
    }
    return bytes;
  }

  private static byte[] ofBase64(byte[] text) throws MalformedException {
    byte[] plain = new byte[text.length];
    int length = 0;
    for (byte c : text) {
      if (!isSpace(c)) {
        plain[length++] = c == '-' ? (byte) '+' : c == '_' ? (byte) '/' : c;
      }
    }
    try {
      return Base64.getDecoder().decode(Arrays.copyOf(plain, length));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("is not valid base64");
    }
  }

  private static byte[] unescaped(byte[] text) throws MalformedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    for (int i = 0; i < text.length; i++) {
      if (text[i] != '%') {
        out.write(text[i]);
        continue;
      }
      int high = i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
      int low = i + 2 < text.length ? Character.digit(text[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new MalformedException("is a data URL with a broken % sequence");
      }
      out.write(high << 4 | low);
      i += 2;
    }
    return out.toByteArray();
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isDigit(int c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || "+/-_=".indexOf(c) >= 0;
  }
}
