package dev.easel.domain.dispatch;

import dev.easel.domain.dispatch.QueueEntry.Line;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the queue are wanted; what is empty is not asked about.
 *
 * @param after the last one of the page before
 */
public record QueueQuery(
    Optional<String> tenantId,
    Optional<String> modelId,
    Optional<Lane> lane,
    Optional<Line> line,
    Optional<Key> after) {

  /** What the list is ordered by: the age, then the id. */
  public record Key(Instant since, String generationId) {}
}
