/** What was used: requests, images and credits, counted from generations and ledger entries. */
package dev.easel.domain.usage;
