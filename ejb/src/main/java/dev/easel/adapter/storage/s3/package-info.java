/** Blobs as objects in a bucket of S3 or of what speaks like it. */
package dev.easel.adapter.storage.s3;
