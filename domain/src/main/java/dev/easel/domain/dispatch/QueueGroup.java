package dev.easel.domain.dispatch;

import dev.easel.domain.dispatch.QueueEntry.Line;

/** How many generations stand in the same place for the same reason. */
public record QueueGroup(
    String tenantId, Line line, String lane, String modelId, String operation, long count) {}
