package dev.easel.domain.generation;

import java.time.Instant;
import java.util.Optional;

/**
 * What to list, newest first; absent parts do not filter.
 *
 * @param surface only what came in by this door
 * @param after cursor: the id of the last generation of the previous page
 * @param offset rows to skip, for clients that count pages
 */
public record GenerationQuery(
    Optional<GenerationStatus> status,
    Optional<String> model,
    Optional<String> requestId,
    Optional<Surface> surface,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> after,
    int offset,
    int limit) {}
