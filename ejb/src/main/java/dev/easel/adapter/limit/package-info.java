/** Buckets of requests, by Bucket4j. */
package dev.easel.adapter.limit;
