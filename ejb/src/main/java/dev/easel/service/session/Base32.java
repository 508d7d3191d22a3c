package dev.easel.service.session;

import java.math.BigInteger;
import java.util.Locale;

/** RFC 4648 without padding, as authenticators take their secrets: for whole groups of 5 bytes. */
final class Base32 {

  private static final int BITS = 5;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

  private Base32() {}

  static String encode(byte[] bytes) {
    if (bytes.length % BITS != 0) {
      throw new IllegalArgumentException("Not whole groups: " + bytes.length + " bytes");
    }
    int length = bytes.length * Byte.SIZE / BITS;
    String digits = new BigInteger(1, bytes).toString(1 << BITS);
    String padded = "0".repeat(length - digits.length()) + digits;
    StringBuilder text = new StringBuilder();
    padded.chars().forEach(digit -> text.append(ALPHABET.charAt(DIGITS.indexOf(digit))));
    return text.toString();
  }

  static byte[] decode(String text) {
    StringBuilder digits = new StringBuilder("0");
    text.toUpperCase(Locale.ROOT)
        .chars()
        .forEach(letter -> digits.append(DIGITS.charAt(ALPHABET.indexOf(letter))));
    byte[] number = new BigInteger(digits.toString(), 1 << BITS).toByteArray();
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    int from = Math.max(0, number.length - bytes.length); // a byte for the sign
    System.arraycopy(
        number, from, bytes, bytes.length - (number.length - from), number.length - from);
    return bytes;
  }
}
