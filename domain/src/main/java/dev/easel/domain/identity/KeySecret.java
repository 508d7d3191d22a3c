package dev.easel.domain.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An API key in the clear: {@code esk_live_<id>_<secret><checksum>}, all base-62. The id finds the
 * row, the 32 characters of secret (190 random bits) prove it, the 6 of checksum (CRC-32) let
 * scanners tell a real key from noise. The secret is kept as SHA-256 only; with that much
 * randomness a slow hash would add nothing.
 */
public record KeySecret(String id, String secret) {

  private static final String PREFIX = "esk_live_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 12;
  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int LENGTH =
      PREFIX.length() + ID_LENGTH + 1 + SECRET_LENGTH + CHECKSUM_LENGTH;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static KeySecret random() {
    return new KeySecret(word(ID_LENGTH), word(SECRET_LENGTH));
  }

  /** Reads a key as a client sent it; empty if it cannot be one of ours. */
  public static Optional<KeySecret> parse(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int underscore = PREFIX.length() + ID_LENGTH;
    String body = text.substring(0, LENGTH - CHECKSUM_LENGTH);
    String id = text.substring(PREFIX.length(), underscore);
    String secret = body.substring(underscore + 1);
    boolean genuine =
        text.charAt(underscore) == '_'
            && text.endsWith(checksum(body))
            && isBase62(id)
            && isBase62(secret);
    return genuine ? Optional.of(new KeySecret(id, secret)) : Optional.empty();
  }

  /** The whole key; shown to its owner once. */
  public String text() {
    String body = PREFIX + id + "_" + secret;
    return body + checksum(body);
  }

  /** What is stored: SHA-256 of the secret, in hex. */
  public String hash() {
    return Sha256.hex(secret);
  }

  /** Compares in constant time with the stored hash. */
  public boolean matches(String storedHash) {
    return MessageDigest.isEqual(hash().getBytes(UTF_8), storedHash.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }

  private static boolean isBase62(String word) {
    return word.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(UTF_8));
    StringBuilder text = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      text.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return text.toString();
  }

  private static String word(int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }
}
