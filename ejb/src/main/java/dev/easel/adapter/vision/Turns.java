package dev.easel.adapter.vision;

import dev.easel.domain.vision.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * So many calls of one thing at the same time, the others in the order they came. Memory outside
 * the heap grows with each call that runs, so their number is bounded.
 */
public final class Turns {

  private static final long LOOK_UP_MILLIS = 200;

  private final Semaphore places;

  public Turns(int places) {
    this.places = new Semaphore(places, true);
  }

  /**
   * The work's result, once there is a place for it.
   *
   * @param progress asked while waiting whether to go on
   * @throws CancellationException when the progress throws it or the thread is interrupted
   */
  public <T> T take(Progress progress, Supplier<T> work) {
    await(progress);
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void await(Progress progress) {
    try {
      while (!places.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.at(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  /** To be asked between parts of long work. */
  public static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("interrupted");
  }
}
