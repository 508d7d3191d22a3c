package dev.easel.adapter.fetch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends what has taken too long, from outside: a server that sends a byte now and then is slow. */
final class Deadlines {

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "easel-fetch-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  Deadline in(Duration patience) {
    Deadline deadline = new Deadline(System.nanoTime() + patience.toNanos());
    deadline.alarm = watch.schedule(deadline::expire, patience.toNanos(), TimeUnit.NANOSECONDS);
    return deadline;
  }

  void close() {
    watch.shutdownNow();
  }

  /** Of one fetch with all its hops. */
  static final class Deadline implements AutoCloseable {
    private final long end;
    private ScheduledFuture<?> alarm;
    private Runnable action = () -> {};
    private boolean over;

    private Deadline(long end) {
      this.end = end;
    }

    /** What ends the hop under way; at once if it is too late already. */
    synchronized void onExpiry(Runnable end) {
      action = end;
      if (over) {
        end.run();
      }
    }

    synchronized boolean isOver() {
      return over || end - System.nanoTime() <= 0;
    }

    /** At least a millisecond, since none would mean no limit. */
    Duration left() {
      return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    private synchronized void expire() {
      over = true;
      action.run();
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
