package dev.easel.domain.budget;

import dev.easel.domain.shared.Credits;

/**
 * Where a hold of the ledger was counted.
 *
 * @param period month, {@code 2026-11}
 */
public record BudgetHold(String holdId, String budgetId, String period, Credits amount) {}
