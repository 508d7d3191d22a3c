package dev.easel.domain.sso;

import java.util.Optional;
import java.util.stream.Stream;

/** Who may sign in by password. */
public enum LocalMode {
  /** Whoever has one. */
  ON("on"),
  /** Only who runs the server, for when no provider answers. */
  BREAK_GLASS("break-glass");

  private final String wire;

  LocalMode(String wire) {
    this.wire = wire;
  }

  /** {@code break-glass}, as settings and forms have it. */
  public String wire() {
    return wire;
  }

  public static Optional<LocalMode> parse(String word) {
    return Stream.of(values()).filter(mode -> mode.wire.equals(word)).findFirst();
  }
}
