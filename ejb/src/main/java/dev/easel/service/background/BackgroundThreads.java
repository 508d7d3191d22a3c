package dev.easel.service.background;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads of the container for work that belongs to no request. The container's own executors carry
 * the context of whoever submits along; on Payara a context that has ended meanwhile makes each
 * task log an error.
 */
@ApplicationScoped
public class BackgroundThreads {

  private static final int WORKERS = 16;
  private static final int TIMERS = 2;
  private static final int ASIDE = 2;

  @Resource private ManagedThreadFactory threads;

  private ExecutorService workers;
  private ScheduledExecutorService timers;
  private ExecutorService aside;

  @PostConstruct
  void start() {
    // All of them now: one that is made when a thread of a connection hands in work has no context.
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(WORKERS, threads);
    pool.prestartAllCoreThreads();
    workers = pool;
    ScheduledThreadPoolExecutor timed = new ScheduledThreadPoolExecutor(TIMERS, threads);
    timed.prestartAllCoreThreads();
    timers = timed;
    ThreadPoolExecutor slow =
        (ThreadPoolExecutor) Executors.newFixedThreadPool(ASIDE, this::unhurried);
    slow.prestartAllCoreThreads();
    aside = slow;
  }

  /** Systems that know priorities give others the processor first. */
  private Thread unhurried(Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  @PreDestroy
  void stop() {
    timers.shutdownNow();
    aside.shutdownNow();
    workers.shutdown();
  }

  /** Runs short tasks: answering clients, telling listeners. */
  public Executor workers() {
    return workers;
  }

  /** Two threads for work of the processor that others can do without, such as measuring images. */
  public Executor aside() {
    return aside;
  }

  /** Runs the task again and again, the pause counted from its end; it must not throw. */
  public void every(Duration pause, Runnable task) {
    long millis = pause.toMillis();
    var unused = timers.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }
}
