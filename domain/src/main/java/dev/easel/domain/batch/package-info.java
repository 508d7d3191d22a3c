/** Long maintenance work: runs of jobs, made of items that are each done once. */
package dev.easel.domain.batch;
