/** Removes files that belong to no image. Idempotent: a run that dies is simply started anew. */
package dev.easel.batch.storagesweep;
