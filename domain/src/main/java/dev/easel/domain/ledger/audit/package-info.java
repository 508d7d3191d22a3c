/** What must be true of money, as rules over what the database says of one wallet or generation. */
package dev.easel.domain.ledger.audit;
