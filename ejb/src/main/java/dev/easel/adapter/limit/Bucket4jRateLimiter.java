package dev.easel.adapter.limit;

import dev.easel.domain.limit.Level;
import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.domain.limit.Take;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Token buckets of Bucket4j in memory. One that nobody asked for longer than its longest rate lasts
 * is full again, tells nothing a new one would not, and is dropped: memory is bounded by who asked
 * within the last hour.
 */
@ApplicationScoped
public class Bucket4jRateLimiter implements RateLimiter {

  private static final long SWEEP_EVERY = Duration.ofSeconds(30).toNanos();

  private final ConcurrentMap<String, HeldBucket> buckets = new ConcurrentHashMap<>();
  private final TimeMeter time;
  private final AtomicLong swept;

  /** Monotonic, so that nobody gains or loses when the clock of the machine is set. */
  public Bucket4jRateLimiter() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  Bucket4jRateLimiter(TimeMeter time) {
    this.time = time;
    this.swept = new AtomicLong(time.currentTimeNanos());
  }

  @Override
  public Take take(String bucket, List<Rate> rates) {
    if (rates.isEmpty()) {
      return Take.unlimited();
    }
    HeldBucket held = held(bucket, rates);
    VerboseResult<ConsumptionProbe> result =
        held.bucket().asVerbose().tryConsumeAndReturnRemaining(1);
    ConsumptionProbe probe = result.getValue();
    return new Take(
        probe.isConsumed(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        levels(rates, result));
  }

  @Override
  public List<Level> levels(String bucket, List<Rate> rates) {
    return rates.isEmpty()
        ? List.of()
        : levels(rates, held(bucket, rates).bucket().asVerbose().getAvailableTokens());
  }

  @Override
  public void giveBack(String bucket) {
    HeldBucket held = buckets.get(bucket);
    if (held != null) {
      held.bucket().addTokens(1);
    }
  }

  int size() {
    return buckets.size();
  }

  /** Touched within the map's lock, so that no sweep drops what is about to be used. */
  private HeldBucket held(String bucket, List<Rate> rates) {
    long now = time.currentTimeNanos();
    sweep(now);
    HeldBucket held =
        buckets.compute(
            bucket,
            (name, known) -> (known == null ? new HeldBucket(rates, time) : known).touched(now));
    held.follow(rates);
    return held;
  }

  private void sweep(long now) {
    long last = swept.get();
    if (now - last >= SWEEP_EVERY && swept.compareAndSet(last, now)) {
      buckets
          .keySet()
          .forEach(
              name ->
                  buckets.computeIfPresent(name, (key, held) -> held.isIdle(now) ? null : held));
    }
  }

  private static List<Level> levels(List<Rate> rates, VerboseResult<?> result) {
    long[] available = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
    List<Level> levels = new ArrayList<>(available.length);
    // Another server setting may have replaced the rates between the two calls.
    for (int i = 0; i < Math.min(available.length, rates.size()); i++) {
      levels.add(new Level(rates.get(i), Math.max(0, available[i])));
    }
    return levels;
  }
}
