package dev.easel.service.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers kept for a bounded time, and no more than ten thousand of them. What is asked for is read
 * outside every lock: the reader may need a connection that a waiting thread holds.
 *
 * @param <K> what is asked about
 * @param <V> the answer
 */
public final class Remembered<K, V> {

  private static final int CAPACITY = 10_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Cache<K, V> answers;

  /**
   * @param millis the time of the clock, asked at each use
   * @param longest how long an answer counts
   */
  public Remembered(LongSupplier millis, Duration longest) {
    answers =
        Caffeine.newBuilder()
            .maximumSize(CAPACITY)
            .expireAfterWrite(longest)
            .ticker(() -> millis.getAsLong() * NANOS_PER_MILLI)
            .executor(Runnable::run)
            .build();
  }

  /** Empty if nothing is remembered, or no longer. */
  public Optional<V> get(K key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** What is remembered, else what {@code reader} says, which is remembered from now on. */
  public V get(K key, Supplier<V> reader) {
    return get(key)
        .orElseGet(
            () -> {
              V read = reader.get();
              put(key, read);
              return read;
            });
  }

  public void put(K key, V answer) {
    answers.put(key, answer);
  }

  public void forget(K key) {
    answers.invalidate(key);
  }

  public void forgetIf(Predicate<K> which) {
    answers.asMap().keySet().removeIf(which);
  }
}
