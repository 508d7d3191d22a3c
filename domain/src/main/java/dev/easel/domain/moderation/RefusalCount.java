package dev.easel.domain.moderation;

import java.time.LocalDate;

/**
 * Prompts of a tenant that were refused for one reason.
 *
 * @param day UTC
 */
public record RefusalCount(LocalDate day, String tenantId, String reason, long count) {}
