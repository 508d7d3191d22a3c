package dev.easel.domain.generation;

import java.time.Instant;
import java.util.Optional;

/** What the queue calls when a generation is due. */
public interface GenerationRunner {

  /**
   * Makes one attempt. Whatever can be expected to go wrong is settled inside; an exception is a
   * defect, and the queue will call again.
   *
   * @return when to call again, or empty if the generation reached a final state
   */
  Optional<Instant> run(String generationId);
}
