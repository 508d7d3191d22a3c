package dev.easel.domain.generation;

import java.util.Locale;
import java.util.Set;

/**
 * Life cycle of a {@link Generation}; {@link #canBecome} is the only transition table in the house.
 * The names are those of seed 001.
 */
public enum GenerationStatus {
  QUEUED,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED;

  private static final Set<GenerationStatus> FINAL = Set.of(COMPLETED, FAILED, CANCELLED);

  public boolean isFinal() {
    return FINAL.contains(this);
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean canBecome(GenerationStatus next) {
    return switch (this) {
      case QUEUED -> next == PROCESSING || next == FAILED || next == CANCELLED;
      // PROCESSING again: the attempt's server died and another takes over.
      case PROCESSING -> true;
      case COMPLETED, FAILED, CANCELLED -> false;
    };
  }
}
