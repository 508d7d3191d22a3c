package dev.easel.fake;

import dev.easel.service.background.BackgroundThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The background threads, run by hand: work waits until {@link #runAll}, timers fire on {@link
 * #tick}.
 */
public final class ManualContainer extends BackgroundThreads {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Runnable> timers = new ArrayList<>();

  @Override
  public Executor workers() {
    return work::add;
  }

  @Override
  public void every(Duration pause, Runnable task) {
    timers.add(task);
  }

  /** Runs what waits, and what that adds. */
  public void runAll() {
    while (!work.isEmpty()) {
      work.poll().run();
    }
  }

  /** Fires each timer once, then runs what waits. */
  public void tick() {
    timers.forEach(Runnable::run);
    runAll();
  }
}
