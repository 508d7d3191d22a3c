/** Pages on money: balance, budgets, ledger, statements and plans. */
package dev.easel.web.ui.billing;
