package dev.easel.service.editing;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * One thing to measure with. It measures one picture at a time, on a thread of its own, so that
 * whoever asks can stop waiting: while it is loaded, while others are before him, when it hangs.
 */
final class Gauge {

  private final ToDoubleFunction<BufferedImage> measure;
  private final Executor threads;
  private final Semaphore place = new Semaphore(1);
  private volatile long began;
  private volatile boolean proven;
  private volatile boolean failed;

  /**
   * @param threads has a thread for each of its gauges
   */
  Gauge(ToDoubleFunction<BufferedImage> measure, Executor threads) {
    this.measure = measure;
    this.threads = threads;
  }

  /** Whether it has measured something, and so is loaded or quickly loaded again. */
  boolean isProven() {
    return proven;
  }

  /** Whether it was tried at all; the next use then tells at once how it goes. */
  boolean isTried() {
    return proven || failed;
  }

  /** Measures a first picture unless it did already, or is about to. */
  void warmUp(BufferedImage trial) {
    if (!proven && place.tryAcquire()) {
      var unused = start(trial);
    }
  }

  /**
   * Measures as soon as it is free.
   *
   * @param end until when to wait for that, as {@link System#nanoTime} tells it
   * @param patience what it has in hand for longer than this is not waited for: otherwise all who
   *     come would wait, one after the other, for what hangs
   * @return empty if it did not get free
   */
  Optional<Future<Double>> begin(BufferedImage image, long end, Duration patience)
      throws InterruptedException {
    long now = System.nanoTime();
    long left = Math.min(end - now, patience.toNanos() - (now - began));
    return place.tryAcquire() || place.tryAcquire(left, TimeUnit.NANOSECONDS)
        ? Optional.of(start(image))
        : Optional.empty();
  }

  private Future<Double> start(BufferedImage image) {
    FutureTask<Double> task = new FutureTask<>(() -> value(image));
    began = System.nanoTime();
    try {
      threads.execute(
          () -> {
            task.run();
            place.release();
          });
    } catch (RuntimeException e) {
      place.release();
      throw e;
    }
    return task;
  }

  private double value(BufferedImage image) {
    try {
      double value = measure.applyAsDouble(image);
      proven = true;
      return value;
    } catch (RuntimeException | LinkageError e) {
      failed = true;
      throw e;
    }
  }
}
