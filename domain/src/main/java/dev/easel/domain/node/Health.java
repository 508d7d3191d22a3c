package dev.easel.domain.node;

import java.util.Locale;

/** How a node is, all in all. Only one that is {@code UP} is given work. */
public enum Health {
  UP,
  /** It was silent for a moment; the next answer clears it. */
  SUSPECT,
  /** It does not answer. */
  DOWN,
  /** It answers, but what it was given to do failed too often. */
  QUARANTINED;

  /** A quarantine outlasts silence: coming back does not end it. */
  public static Health of(Reach reach, Trust trust) {
    if (trust.isQuarantined()) {
      return QUARANTINED;
    }
    return switch (reach.state()) {
      case ANSWERING -> UP;
      case WAVERING -> SUSPECT;
      case SILENT -> DOWN;
    };
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
