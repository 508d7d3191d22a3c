package dev.easel.service.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238) as every authenticator makes them: HMAC-SHA-1, steps of 30 seconds, six
 * digits.
 */
final class OneTimeCodes {

  static final int SECRET_BYTES = 20;

  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  /** Steps before and after the present one whose codes are taken: clocks differ, people type. */
  private static final int TOLERANCE = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimeCodes() {}

  static byte[] freshSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** Steps of 30 seconds since 1970. */
  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
  }

  static String code(byte[] secret, long step) {
    byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
  }

  /**
   * The step a code is of; empty if it is of none that is taken now. All are compared, and each in
   * constant time.
   *
   * @param after the last step whose code was accepted
   */
  static OptionalLong match(byte[] secret, String typed, Instant now, long after) {
    byte[] sent = typed.replaceAll("\\s", "").getBytes(US_ASCII);
    long present = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
      boolean same = MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), sent);
      if (same && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] mac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
