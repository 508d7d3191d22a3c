/** How often somebody may ask: rates that refill, and counts of a calendar day. */
package dev.easel.domain.limit;
