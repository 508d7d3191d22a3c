package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.QueueEntry;
import java.util.Optional;

/**
 * An entry of the queue with what is known of it now.
 *
 * @param reason why it waits; empty while it runs
 * @param place 1 for the first of its tenant's line, or of the engine's queue; counting stops at
 *     1,001; empty while it runs or waits for another attempt
 * @param ageSeconds since it was accepted
 */
public record QueueItem(
    QueueEntry entry, Optional<String> reason, Optional<Integer> place, long ageSeconds) {}
