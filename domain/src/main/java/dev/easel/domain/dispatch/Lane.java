package dev.easel.domain.dispatch;

import java.util.Locale;

/** Queues beside each other: who waits for an answer goes before what runs in the background. */
public enum Lane {
  INTERACTIVE,
  BATCH;

  /** As it is stored and told. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
