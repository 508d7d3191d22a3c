package dev.easel.adapter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When threads are made, and how they end. */
class RenderThreadsTest {

  @Test
  void allAreThereBeforeTheFirstTask() {
    RenderThreads threads = new RenderThreads(3, Executors.defaultThreadFactory());
    try {
      assertThat(threads.getPoolSize()).isEqualTo(3);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aStopInterruptsNobody() throws InterruptedException {
    RenderThreads threads = new RenderThreads(1, Executors.defaultThreadFactory());
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch undisturbed = new CountDownLatch(1);
    threads.execute(
        () -> {
          try {
            stopped.await();
            undisturbed.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(threads.shutdownNow()).isEmpty();
    stopped.countDown();

    assertThat(undisturbed.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
