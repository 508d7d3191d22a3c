/** Holding, capturing and granting credits. */
package dev.easel.service.ledger;
