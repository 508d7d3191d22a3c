package dev.easel.service.ledger;

import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;

/**
 * An entry as the owner of the wallet reads it.
 *
 * @param availableEffect by how much what can be spent changed: a capture frees what it did not
 *     take of its hold
 */
public record LedgerEntry(Transfer transfer, Credits availableEffect) {}
