package dev.easel.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which changes to look at; what is empty does not filter.
 *
 * @param tenantId of who did it, or the tenant it was done to
 * @param actor a part of the name of who did it, whatever its case
 * @param action the beginning of what was done: {@code key} or {@code key.created}
 * @param target id of what was changed
 * @param address of the network it came from
 * @param from inclusive
 * @param until exclusive
 */
public record AuditQuery(
    Optional<String> tenantId,
    Optional<String> actor,
    Optional<String> action,
    Optional<String> target,
    Optional<String> address,
    Optional<Instant> from,
    Optional<Instant> until) {}
