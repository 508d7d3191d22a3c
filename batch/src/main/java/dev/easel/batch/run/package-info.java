/**
 * The artifacts every job is made of: they plan a run's items, read those that are open, and do
 * them under the run's fence. What a job does is in its {@link dev.easel.domain.batch.BatchJob}.
 */
package dev.easel.batch.run;
