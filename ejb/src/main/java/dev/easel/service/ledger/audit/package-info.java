/** Proving that the books are right, and putting balances right from their entries. */
package dev.easel.service.ledger.audit;
