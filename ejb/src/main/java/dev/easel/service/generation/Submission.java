package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;

/**
 * What became of a request.
 *
 * @param replayed whether it was known already (idempotency key or SDK retry) and nothing new was
 *     made
 */
public record Submission(Generation generation, boolean replayed) {}
