package dev.easel.slice;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers at one moment, on threads the container knows. */
@ApplicationScoped
class Crowd {

  @Resource private ManagedThreadFactory threads;

  /** What each call returned, or the exception it ended with. */
  List<Object> all(int callers, IntFunction<Object> call) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(callers, threads);
    CountDownLatch gate = new CountDownLatch(1);
    List<Callable<Object>> calls = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      int number = caller;
      calls.add(
          () -> {
            gate.await();
            return call.apply(number);
          });
    }
    List<Future<Object>> futures = calls.stream().map(pool::submit).toList();
    gate.countDown();
    List<Object> ends = new ArrayList<>();
    for (Future<Object> future : futures) {
      ends.add(end(future));
    }
    pool.shutdown();
    return ends;
  }

  private static Object end(Future<Object> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
