package dev.easel.domain.oauth;

import java.util.Arrays;
import java.util.Optional;

/** Whether a program can keep a secret (RFC 6749, 2.1). */
public enum AppKind {
  /** Runs on a server of its own, and has a secret. */
  CONFIDENTIAL("confidential"),
  /** Runs in browsers or on devices of users, where nothing is secret. */
  PUBLIC("public");

  private final String wire;

  AppKind(String wire) {
    this.wire = wire;
  }

  /** {@code confidential}. */
  public String wire() {
    return wire;
  }

  public static Optional<AppKind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wire.equals(text)).findFirst();
  }
}
