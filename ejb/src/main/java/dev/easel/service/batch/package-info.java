/** Asking for runs of batch jobs, claiming them, and doing their items once. */
package dev.easel.service.batch;
