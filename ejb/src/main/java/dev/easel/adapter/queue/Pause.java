package dev.easel.adapter.queue;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;

/**
 * A pause after each run, and before the first one too, though there no longer than a minute: a
 * chore in the middle of the start would make everybody wait for what nobody needs yet.
 */
record Pause(Duration length) implements Schedule {

  private static final Duration LONGEST_FIRST = Duration.ofMinutes(1);

  @Override
  public Instant getNextExecutionTime(ExecutionComplete done) {
    return done.getTimeDone().plus(length);
  }

  @Override
  public Instant getInitialExecutionTime(Instant now) {
    return now.plus(length.compareTo(LONGEST_FIRST) < 0 ? length : LONGEST_FIRST);
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }
}
