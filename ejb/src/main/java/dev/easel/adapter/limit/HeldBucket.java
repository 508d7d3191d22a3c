package dev.easel.adapter.limit;

import dev.easel.domain.limit.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.List;

/** A bucket, the rates it was made for and when it was last asked. */
final class HeldBucket {

  private final LocalBucket bucket;
  private volatile List<Rate> rates;
  private volatile long touched;

  HeldBucket(List<Rate> rates, TimeMeter time) {
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
    rates.stream().map(HeldBucket::bandwidth).forEach(builder::addLimit);
    this.bucket = builder.build();
    this.rates = List.copyOf(rates);
  }

  LocalBucket bucket() {
    return bucket;
  }

  HeldBucket touched(long now) {
    touched = now;
    return this;
  }

  /** Whether it has refilled since it was last asked. */
  boolean isIdle(long now) {
    long longest = rates.stream().mapToLong(rate -> rate.period().toNanos()).max().orElse(0);
    return now - touched > longest;
  }

  /** Takes new rates over; what is left stays the same share of the limit. */
  void follow(List<Rate> wanted) {
    if (rates.equals(wanted)) {
      return;
    }
    synchronized (this) {
      if (!rates.equals(wanted)) {
        List<Bandwidth> limits = wanted.stream().map(HeldBucket::bandwidth).toList();
        bucket.replaceConfiguration(
            new BucketConfiguration(limits), TokensInheritanceStrategy.PROPORTIONALLY);
        rates = List.copyOf(wanted);
      }
    }
  }

  private static Bandwidth bandwidth(Rate rate) {
    return Bandwidth.builder()
        .capacity(rate.limit())
        .refillGreedy(rate.limit(), rate.period())
        .id(rate.window())
        .build();
  }
}
