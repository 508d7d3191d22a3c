/** Who may ask how often: the plans' limits, held against buckets and the count of the day. */
package dev.easel.service.limit;
