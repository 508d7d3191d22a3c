package dev.easel.domain.generation;

import java.time.Duration;
import java.time.Instant;

/** The durable queue. Scheduling and cancelling take part in the caller's transaction. */
public interface GenerationQueue {

  /** Queues a generation that must not be in the queue yet. */
  void add(String generationId);

  /**
   * Queues one that waited elsewhere.
   *
   * @param since decides on its place
   * @return false if it has not left the queue yet
   */
  boolean putBack(String generationId, Instant since);

  /**
   * Makes it due now; a hint that may be lost.
   *
   * @return false if it is not in the queue or somebody works on it
   */
  boolean hasten(String generationId);

  /** Takes it out if it has not been picked; otherwise the worker finds its final state. */
  void remove(String generationId);

  /**
   * Gives one that waits in the queue another place among those of its tenant. They exchange their
   * turns, so that nothing changes for other tenants.
   *
   * @param place 1 for the first
   * @return false if it is not in the queue, is being worked on or waits for another attempt
   */
  boolean move(String tenantId, String generationId, int place);

  /** Lets it go before all others until it ends, now and whenever it waits again. */
  void expedite(String generationId, Instant now);

  /** Forgets what was expedited and has ended. */
  int forgetExpedited();

  /** How many wait before it; counting stops at 1,000. */
  int ahead(String generationId);

  /** How many wait in all, counted up to {@code cap}: the queue and the waiting room. */
  int depth(int cap);

  /** How many wait for the engine alone, counted up to {@code cap}. */
  int due(int cap);

  /** Tells the engine of this server that something was committed; a hint that may be lost. */
  void wake();

  /**
   * How long a turn may take on a server that stood still meanwhile before it cannot rule out that
   * another has taken the turn over.
   */
  Duration lease();

  /** Whether the engine runs and has been seen polling lately. */
  boolean healthy(Instant now);
}
