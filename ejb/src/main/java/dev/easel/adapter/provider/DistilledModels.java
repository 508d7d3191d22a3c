package dev.easel.adapter.provider;

import java.util.Locale;

/** Models that have guidance built in: nodes take it under another name, and none beside it. */
public final class DistilledModels {

  private DistilledModels() {}

  /** Told by the name of the checkpoint: nodes do not say of which family it is. */
  public static boolean has(String checkpoint) {
    return checkpoint.toLowerCase(Locale.ROOT).contains("flux");
  }
}
