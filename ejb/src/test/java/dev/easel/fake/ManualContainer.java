package dev.easel.fake;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The container's executors, run by hand: work waits until {@link #runAll}, timers fire on {@link
 * #tick}. Of the executors' many methods only these two kinds of use are there.
 */
public final class ManualContainer {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Runnable> timers = new ArrayList<>();

  public ManagedExecutorService executor() {
    return proxy(ManagedExecutorService.class, work::add);
  }

  public ManagedScheduledExecutorService timer() {
    return proxy(ManagedScheduledExecutorService.class, timers::add);
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

  private static <T> T proxy(Class<T> type, Consumer<Runnable> use) {
    List<String> known = List.of("execute", "scheduleWithFixedDelay");
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (!known.contains(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
              }
              use.accept((Runnable) arguments[0]);
              return null;
            }));
  }
}
