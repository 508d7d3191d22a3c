package dev.easel.domain.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has, as 64 digits of lower-case hexadecimal. */
public final class Sha256 {

  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /** Of the text in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  public static String hex(byte[] content) {
    MessageDigest digest = digest();
    digest.update(content);
    return hexOf(digest);
  }

  /** For content that comes in parts; {@link #hexOf} prints what it found. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was digested so far; the digest begins anew. */
  public static String hexOf(MessageDigest digest) {
    return HEX.formatHex(digest.digest());
  }
}
