package dev.easel.adapter.queue;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import dev.easel.domain.generation.GenerationRunner;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What becomes of a generation's place in the queue after a turn. A server that stood still for
 * longer than its lease finds that the place is no longer its own, and leaves it alone.
 */
sealed interface TurnEnd extends CompletionHandler<Void> {

  Logger LOG = Logger.getLogger(TurnEnd.class.getName());

  void end(ExecutionComplete done, ExecutionOperations<Void> operations);

  @Override
  default void complete(ExecutionComplete done, ExecutionOperations<Void> operations) {
    try {
      end(done, operations);
    } catch (ExecutionException e) {
      LOG.log(
          Level.WARNING,
          () -> done.getExecution().getId() + " was taken over by another server meanwhile");
    }
  }

  /** Takes it out of the queue: there is nothing left to do. */
  record Over() implements TurnEnd {
    @Override
    public void end(ExecutionComplete done, ExecutionOperations<Void> operations) {
      operations.remove();
    }
  }

  /** Puts it back for its next attempt or look. */
  record Later(Instant when, DbSchedulerQueue queue) implements TurnEnd {
    @Override
    public void end(ExecutionComplete done, ExecutionOperations<Void> operations) {
      operations.reschedule(done, when);
      if (!when.isAfter(done.getTimeDone())) {
        queue.wake(); // not before the next poll, otherwise
      }
    }
  }

  /** Takes it out of the queue; it is in the waiting room. */
  record Left(String tenantId, GenerationRunner runner) implements TurnEnd {
    @Override
    public void end(ExecutionComplete done, ExecutionOperations<Void> operations) {
      operations.remove();
      runner.left(tenantId);
    }
  }
}
