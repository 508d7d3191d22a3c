package dev.easel.domain.generation;

import java.time.Instant;

/** What the queue calls when a generation is due. */
public interface GenerationRunner {

  /**
   * Makes one attempt. Whatever can be expected to go wrong is settled inside; an exception is a
   * defect, and the queue will call again.
   */
  Turn run(String generationId);

  /**
   * Called when a generation that has to wait has left the queue: only from then on can it be put
   * back, so whoever tried before did so in vain.
   */
  void left(String tenantId);

  /** What becomes of a generation's place in the queue. */
  sealed interface Turn {}

  /** It reached a final state. */
  record Ended() implements Turn {}

  /** It shall be called again. */
  record Again(Instant when) implements Turn {}

  /** It waits in the {@link WaitingRoom} for its turn. */
  record Waits(String tenantId) implements Turn {}
}
