package dev.easel.web.api.openai;

import dev.easel.domain.generation.Origin;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.Idempotency;

/**
 * A request for images as this dialect decoded it.
 *
 * @param responseFormat {@code url}, {@code b64_json}, or null for the model's default
 * @param dryRun whether only the cost is wanted
 */
record ImageWish(
    GenerationRequest order,
    Origin origin,
    Idempotency idempotency,
    String responseFormat,
    boolean dryRun) {}
