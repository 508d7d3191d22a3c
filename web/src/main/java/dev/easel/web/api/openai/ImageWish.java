package dev.easel.web.api.openai;

import dev.easel.domain.generation.Origin;
import dev.easel.domain.shared.Remark;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.Idempotency;
import java.util.List;

/**
 * A request for images as this dialect decoded it.
 *
 * @param responseFormat {@code url}, {@code b64_json}, or null for the model's default
 * @param warnings what was given and has no effect
 */
record ImageWish(
    GenerationRequest order,
    Origin origin,
    Idempotency idempotency,
    String responseFormat,
    List<Remark> warnings) {}
