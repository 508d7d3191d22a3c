package dev.easel.adapter.queue;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that are all there from the start, and are never interrupted. An interrupted render would
 * look like one its owner cancelled, and H2 closes its file under everybody when a thread that
 * writes to it is interrupted. A render that a stopping server cannot wait for is lost with the
 * process and made again, as in a crash.
 */
class RenderThreads extends ThreadPoolExecutor {

  RenderThreads(int threads, ThreadFactory factory) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    // A thread that Payara starts after the application was told to stop ends at once, and the task
    // it was made for with it: whoever waited for that image would wait in vain.
    prestartAllCoreThreads();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }
}
