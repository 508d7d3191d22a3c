package dev.easel.domain.budget;

import java.time.Instant;

/**
 * That a share of a budget was spent, told once per month.
 *
 * @param period month, {@code 2026-11}
 * @param threshold in percent
 */
public record BudgetAlert(String budgetId, String period, int threshold, Instant at) {}
