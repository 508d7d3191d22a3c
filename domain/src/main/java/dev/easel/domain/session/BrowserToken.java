package dev.easel.domain.session;

import dev.easel.domain.shared.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser is known by: 256 random bits in its cookie, of which the database has only the
 * hash.
 *
 * @param value 43 characters of base64url
 */
public record BrowserToken(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A new one. */
  public static BrowserToken fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new BrowserToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Empty for what {@link #fresh} never made. */
  public static Optional<BrowserToken> parse(String text) {
    return Optional.ofNullable(text)
        .filter(sent -> SHAPE.matcher(sent).matches())
        .map(BrowserToken::new);
  }

  /** SHA-256 in hex. */
  public String hash() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return "BrowserToken"; // it is a credential
  }
}
