package dev.easel.domain.node;

import java.util.Locale;

/** What an administrator wants of a node. */
public enum Wish {
  /** It takes work. */
  ACTIVE,
  /** It gets nothing new; what it has, it finishes. */
  CORDONED,
  /** It is to be emptied: it gets nothing new, and what only waits in its queue may be moved. */
  DRAINING;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
