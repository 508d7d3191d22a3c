package dev.easel.domain.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * How much a key asked of a model.
 *
 * @param modelId of the model as it was asked for
 * @param keyId id of a key, or of the membership that used the dashboard
 * @param keyName empty if it was the dashboard
 * @param lastFour the last letters of the key, if it was one
 * @param requests accepted in the time looked at
 * @param lastAt the last of them
 */
public record ModelUse(
    String modelId,
    String tenantId,
    String tenantName,
    String keyId,
    Optional<String> keyName,
    Optional<String> lastFour,
    long requests,
    Instant lastAt) {}
