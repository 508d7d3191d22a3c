package dev.easel.domain.dispatch;

import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.shared.TimeKey;
import java.util.Optional;

/**
 * Which entries of the queue are wanted; what is empty is not asked about.
 *
 * @param after the last one of the page before: since when it waits, and its id
 */
public record QueueQuery(
    Optional<String> tenantId,
    Optional<String> modelId,
    Optional<Lane> lane,
    Optional<Line> line,
    Optional<TimeKey> after) {}
