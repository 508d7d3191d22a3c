package dev.easel.service.node;

import dev.easel.domain.node.Reach;
import java.time.Instant;
import java.util.Optional;

/**
 * How this server sees a node.
 *
 * @param seenAt when it last answered
 * @param jobs that it said it has, others' included; 0 while it is silent
 */
public record Sight(Reach reach, Optional<Instant> seenAt, int jobs) {}
