package dev.easel.domain.generation;

import java.time.Instant;

/** The durable queue. Scheduling and cancelling take part in the caller's transaction. */
public interface GenerationQueue {

  /** Queues a generation that must not be in the queue yet. */
  void add(String generationId);

  /** Takes it out if it has not been picked; otherwise the worker finds its final state. */
  void remove(String generationId);

  /**
   * How many are due before it, counted up to {@code cap}; -1 if it is not waiting.
   *
   * @param cap upper bound of the count, so that a long backlog stays cheap to ask about
   */
  int position(String generationId, int cap);

  /** Due and waiting, counted up to {@code cap}. */
  int depth(int cap);

  /** Tells the engine of this server that something was committed; a hint that may be lost. */
  void wake();

  /** Whether the engine runs and has been seen polling lately. */
  boolean healthy(Instant now);
}
