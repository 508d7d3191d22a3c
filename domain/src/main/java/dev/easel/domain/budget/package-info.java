/** Monthly caps on what a tenant or a key spends. */
package dev.easel.domain.budget;
