/** Monthly budgets: held with the money, settled with it, told about as they fill. */
package dev.easel.service.budget;
