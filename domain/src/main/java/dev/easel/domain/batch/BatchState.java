package dev.easel.domain.batch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Life cycle of a {@link BatchRun}. */
public enum BatchState {
  /** Waits for a server. */
  QUEUED,
  /** A server has it, or had it and died. */
  RUNNING,
  /** Every item is done. */
  COMPLETED,
  /** Some item could not be done, or the run itself. */
  FAILED,
  /** Somebody asked it to stop before it was through. */
  STOPPED;

  public boolean isOpen() {
    return this == QUEUED || this == RUNNING;
  }

  /** {@code completed}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BatchState> parse(String text) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(text)).findFirst();
  }

  boolean canBecome(BatchState next) {
    return switch (this) {
      case QUEUED -> next == RUNNING || next == STOPPED;
      // RUNNING again: another server takes over.
      case RUNNING -> next != QUEUED;
      case COMPLETED, FAILED, STOPPED -> false;
    };
  }
}
