/** Jakarta Batch jobs and their runner. */
package dev.easel.batch;
