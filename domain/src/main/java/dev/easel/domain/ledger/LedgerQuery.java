package dev.easel.domain.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of a wallet to list, newest first; absent parts do not filter.
 *
 * @param after cursor: the id of the last entry of the previous page
 */
public record LedgerQuery(
    Optional<EntryKind> kind,
    Optional<String> generationId,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> after,
    int limit) {}
