package dev.easel.domain.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * A generation that has not ended, as an operator sees it.
 *
 * @param line where it stands
 * @param lane as {@link Lane#wire} has it
 * @param operation what is to be done, by its name in the programme
 * @param since when it was accepted
 * @param placedAt decides on its place in the line
 * @param nodeId the node it was given to
 */
public record QueueEntry(
    String generationId,
    String tenantId,
    Line line,
    String lane,
    String modelId,
    String operation,
    Instant since,
    Instant placedAt,
    boolean expedited,
    Optional<String> nodeId) {

  /** Where a generation stands that has not ended. */
  public enum Line {
    /** Waits for a place on a node. */
    NODE,
    /** Waits for its tenant's turn: for a slot of its plan, or until a halt is over. */
    TENANT,
    /** Waits for a thread of the engine. */
    ENGINE,
    /** Failed once and waits for its next attempt. */
    RETRY,
    /** Is being worked on. */
    RUNNING
  }
}
