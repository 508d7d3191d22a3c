package dev.easel.domain.generation;

/**
 * Where a generation came from and what the caller attached to it.
 *
 * @param requestId X-Request-ID, echoed or made
 * @param requestHash SHA-256 of surface and body, for joining SDK retries; null where that does not
 *     apply
 * @param metadata the caller's JSON object as text, or null
 * @param requested the parameters as the caller sent them, JSON text, for the receipt; may be null
 * @param webhookUrl told when the generation ends, or null
 * @param endUser the caller's own user id, or null
 */
public record Origin(
    Surface surface,
    String requestId,
    String requestHash,
    String metadata,
    String requested,
    String webhookUrl,
    String endUser) {}
