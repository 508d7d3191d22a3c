package dev.easel.domain.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * A generation that waits for a node.
 *
 * @param modelId the public model; nodes are preferred that have it loaded
 * @param operation what is to be done with the model, as it is written on the wire
 * @param cost work it means, in any unit that is the same for all, more than 0
 * @param avoids the node that lost it last: others are preferred
 * @param since when it was accepted
 */
public record Waiting(
    String generationId,
    String tenantId,
    String modelId,
    String operation,
    double cost,
    Optional<String> avoids,
    Instant since) {}
