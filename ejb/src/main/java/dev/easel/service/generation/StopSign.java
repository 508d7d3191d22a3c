package dev.easel.service.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says to the thread that renders whether to stop: cancelled on this server, or on another that
 * could only leave a note in the row.
 */
final class StopSign implements BooleanSupplier {

  private static final Logger LOG = Logger.getLogger(StopSign.class.getName());

  /** How often the row is asked whether another server cancelled. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final String generationId;
  private final RunningRenders.Render render;
  private final GenerationSteps steps;
  private final Clock clock;
  private Instant looked;

  StopSign(String generationId, RunningRenders.Render render, GenerationSteps steps, Clock clock) {
    this.generationId = generationId;
    this.render = render;
    this.steps = steps;
    this.clock = clock;
    this.looked = clock.instant();
  }

  @Override
  public boolean getAsBoolean() {
    if (render.isCancelled()) {
      return true;
    }
    Instant now = clock.instant();
    if (looked.plus(LOOK).isAfter(now)) {
      return false;
    }
    looked = now;
    return cancelledInRow();
  }

  /** A database that is away for a moment does not break a render that is going well. */
  private boolean cancelledInRow() {
    try {
      return steps.cancelRequested(generationId);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Cannot ask whether " + generationId + " was cancelled");
      return false;
    }
  }
}
