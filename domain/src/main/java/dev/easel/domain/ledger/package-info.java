/** Money: double-entry, two-phase, append-only. No amount exists outside a transfer. */
package dev.easel.domain.ledger;
