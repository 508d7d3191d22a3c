import dev.easel.adapter.limit.Bucket4jRateLimiter;
import dev.easel.domain.limit.Rate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/**
 * Nanoseconds per decision of the limiter alone: one bucket everybody asks for, a bucket per thread,
 * and one that is used up.
 *
 * <pre>java -cp … ops/bench/Limits.java SECONDS</pre>
 */
public class Limits {

  private static final List<Rate> WIDE =
      List.of(Rate.perMinute("minute", 1L << 30), Rate.perHour("hour", 1L << 36));
  private static final List<Rate> NARROW =
      List.of(Rate.perMinute("minute", 60), Rate.perHour("hour", 1000));

  public static void main(String[] args) throws Exception {
    long nanos = Long.parseLong(args[0]) * 1_000_000_000L;
    int threads = Runtime.getRuntime().availableProcessors();
    for (int round = 0; round < 3; round++) {
      String when = round == 0 ? "warm-up " : "";
      measure(when + "passing, 1 thread", 1, nanos, i -> "a", WIDE);
      measure(when + "passing, " + threads + " threads, one bucket", threads, nanos, i -> "a", WIDE);
      measure(when + "passing, " + threads + " threads, own buckets", threads, nanos, i -> "t" + i, WIDE);
      measure(when + "refused, 1 thread", 1, nanos, i -> "b", NARROW);
    }
  }

  private static void measure(
      String what, int threads, long nanos, IntFunction<String> bucket, List<Rate> rates)
      throws Exception {
    Bucket4jRateLimiter limiter = new Bucket4jRateLimiter();
    long[] calls = new long[threads];
    CountDownLatch gate = new CountDownLatch(1);
    Thread[] running = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      int number = i;
      running[i] =
          new Thread(
              () -> {
                try {
                  gate.await();
                } catch (InterruptedException e) {
                  return;
                }
                String name = bucket.apply(number);
                long until = System.nanoTime() + nanos;
                long done = 0;
                while (System.nanoTime() < until) {
                  for (int call = 0; call < 100; call++) {
                    limiter.take(name, rates);
                  }
                  done += 100;
                }
                calls[number] = done;
              });
      running[i].start();
    }
    gate.countDown();
    long all = 0;
    for (int i = 0; i < threads; i++) {
      running[i].join();
      all += calls[i];
    }
    System.out.printf(
        Locale.ROOT,
        "%-40s %6.0f ns per decision and thread, %.1f million per second%n",
        what, (double) nanos * threads / all, all * 1e3 / nanos);
  }
}
