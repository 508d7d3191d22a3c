package dev.easel.service.ledger;

import dev.easel.domain.ledger.Transfer;

/**
 * An entry somebody asked for by a key.
 *
 * @param replayed whether the key had led to it before, so that nothing new was booked
 */
public record Booking(Transfer entry, boolean replayed) {}
