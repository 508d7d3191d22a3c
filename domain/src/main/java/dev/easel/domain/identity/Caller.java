package dev.easel.domain.identity;

/**
 * Who asks, as an API key or a session proved it. Services take it explicitly and never ask the
 * container.
 *
 * @param vip whether VIP models may be called: by plan or by an administrator's grant
 */
public record Caller(String tenantId, String userId, String keyId, String planId, boolean vip) {}
