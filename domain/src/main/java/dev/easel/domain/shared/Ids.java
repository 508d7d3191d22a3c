package dev.easel.domain.shared;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Prefixed random identifiers such as {@code gen_3f2a…}: a kind anyone can read in a log, then 96
 * random bits in hex.
 */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  private Ids() {}

  public static String random(String prefix) {
    byte[] bits = new byte[12];
    RANDOM.nextBytes(bits);
    return prefix + "_" + HEX.formatHex(bits);
  }
}
