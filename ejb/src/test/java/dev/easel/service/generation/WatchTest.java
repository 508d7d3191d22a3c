package dev.easel.service.generation;

import static dev.easel.service.generation.GenerationEvent.Type.COMPLETED;
import static dev.easel.service.generation.GenerationEvent.Type.FAILED;
import static dev.easel.service.generation.GenerationEvent.Type.PROGRESS;
import static dev.easel.service.generation.GenerationEvent.Type.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<GenerationEvent> heard = new ArrayList<>();
  private int closed;
  private final Watch watch = new Watch("gen_1", heard::add, work::add, () -> closed++);

  @Test
  void eventsAreHeardInTheOrderTold() {
    tell(STARTED, 0);
    tell(PROGRESS, 0.1);
    tell(PROGRESS, 0.2);
    tell(COMPLETED, 1);
    runAll();

    assertThat(heard).extracting(GenerationEvent::progress).containsExactly(0.0, 0.1, 0.2, 1.0);
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void afterTheEndNothingIsHeard() {
    tell(COMPLETED, 1);
    tell(PROGRESS, 0.5);
    tell(FAILED, 0);
    runAll();

    assertThat(heard).extracting(GenerationEvent::type).containsExactly(COMPLETED);
  }

  @Test
  void afterClosingNothingIsHeard() {
    tell(STARTED, 0);
    watch.close();
    tell(COMPLETED, 1);
    runAll();

    assertThat(heard).isEmpty();
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void aListenerThatFallsBehindLosesProgressButNeverTheEnd() {
    for (int step = 0; step < 1000; step++) {
      tell(PROGRESS, step / 1000.0);
    }
    tell(COMPLETED, 1);
    runAll();

    assertThat(heard).hasSizeLessThan(100);
    assertThat(heard.get(heard.size() - 1).type()).isEqualTo(COMPLETED);
  }

  @Test
  void aListenerThatThrowsStillHearsTheRest() {
    List<GenerationEvent> seen = new ArrayList<>();
    Watch fragile =
        new Watch(
            "gen_1",
            event -> {
              seen.add(event);
              throw new IllegalStateException("the client is gone");
            },
            work::add,
            () -> closed++);
    fragile.tell(GenerationEvent.plain(STARTED, "gen_1", 0));
    fragile.tell(GenerationEvent.plain(COMPLETED, "gen_1", 1));
    runAll();

    assertThat(seen).extracting(GenerationEvent::type).containsExactly(STARTED, COMPLETED);
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void oneAtATimeAndInOrderWhateverTheThreads() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Double> inOrder = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch end = new CountDownLatch(1);
    Watch shared = new Watch("gen_1", event -> inOrder.add(event.progress()), pool, end::countDown);
    for (int step = 0; step < 50; step++) {
      shared.tell(GenerationEvent.plain(PROGRESS, "gen_1", step / 100.0));
    }
    shared.tell(GenerationEvent.plain(COMPLETED, "gen_1", 1));

    assertThat(end.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(inOrder).hasSize(51).isSorted();
    pool.shutdown();
  }

  private void tell(GenerationEvent.Type type, double progress) {
    watch.tell(GenerationEvent.plain(type, "gen_1", progress));
  }

  private void runAll() {
    while (!work.isEmpty()) {
      work.poll().run();
    }
  }
}
