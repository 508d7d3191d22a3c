package dev.easel.domain.moderation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which counts of refusals are wanted: newest day first, then by tenant and reason.
 *
 * @param from first UTC day
 * @param to last UTC day
 * @param after the last one of the page before
 */
public record RefusalQuery(LocalDate from, LocalDate to, Optional<RefusalCount> after, int limit) {}
