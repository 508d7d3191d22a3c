package dev.easel.adapter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.limit.Level;
import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.Take;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Bucket4jRateLimiterTest {

  private static final List<Rate> BASIC =
      List.of(Rate.perMinute("minute", 60), Rate.perHour("hour", 1000));

  private final MovableTime time = new MovableTime();
  private final Bucket4jRateLimiter limiter = new Bucket4jRateLimiter(time);

  @Test
  void anExhaustedMinuteTellsWhenTheNextRequestPasses() {
    assertThat(passed(BASIC, 61)).isEqualTo(60);

    Take refused = limiter.take("a", BASIC);

    assertThat(refused.passed()).isFalse();
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    assertThat(refused.levels()).extracting(Level::remaining).containsExactly(0L, 940L);
    assertThat(refused.levels().get(0).untilFull()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void refusedRequestsCostNothing() {
    passed(BASIC, 1000);

    assertThat(limiter.levels("a", BASIC)).extracting(Level::remaining).containsExactly(0L, 940L);
  }

  @Test
  void theHourHoldsWhenTheMinuteWouldNot() {
    int passed = 0;
    for (int second = 0; second < 3600; second++) {
      passed += passed(BASIC, 5);
      time.pass(Duration.ofSeconds(1));
    }

    // The hour begins full and gives all of it back once, steadily.
    assertThat(passed).isBetween(1000, 2000);
    assertThat(limiter.levels("a", BASIC).get(1).remaining()).isLessThan(5);
  }

  @Test
  void bucketsDoNotKnowEachOther() {
    passed(BASIC, 60);

    assertThat(limiter.take("b", BASIC).passed()).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    passed(BASIC, 60);

    limiter.giveBack("a");
    limiter.giveBack("nobody's");

    assertThat(passed(BASIC, 5)).isEqualTo(1);
  }

  @Test
  void aHigherLimitLeavesTheSameShareOfIt() {
    passed(BASIC, 30);

    List<Rate> pro = List.of(Rate.perMinute("minute", 300), Rate.perHour("hour", 5000));

    assertThat(limiter.levels("a", pro)).extracting(Level::remaining).containsExactly(150L, 4850L);
  }

  @Test
  void aLowerLimitLeavesTheSameShareOfIt() {
    passed(BASIC, 30);

    List<Rate> free = List.of(Rate.perMinute("minute", 10), Rate.perHour("hour", 100));

    assertThat(limiter.levels("a", free)).extracting(Level::remaining).containsExactly(5L, 97L);
  }

  @Test
  void aRateThatIsAddedBeginsFull() {
    List<Rate> minute = BASIC.subList(0, 1);
    passed(minute, 30);

    assertThat(limiter.levels("a", BASIC)).extracting(Level::remaining).containsExactly(30L, 1000L);
    assertThat(limiter.levels("a", minute)).extracting(Level::remaining).containsExactly(30L);
  }

  @Test
  void withoutRatesEverythingPassesAndNothingIsKept() {
    assertThat(limiter.take("a", List.of())).isEqualTo(Take.unlimited());
    assertThat(limiter.levels("a", List.of())).isEmpty();
    assertThat(limiter.size()).isZero();
  }

  @Test
  void memoryHoldsOnlyWhoAskedLately() {
    IntStream.range(0, 1000).forEach(i -> limiter.take("tenant" + i, BASIC));
    IntStream.range(0, 1000).forEach(i -> limiter.take("address" + i, BASIC.subList(0, 1)));
    assertThat(limiter.size()).isEqualTo(2000);

    time.pass(Duration.ofSeconds(61));
    limiter.take("a", BASIC);
    assertThat(limiter.size()).isEqualTo(1001);

    time.pass(Duration.ofMinutes(61));
    limiter.take("b", BASIC);
    assertThat(limiter.size()).isEqualTo(1);
  }

  /**
   * new-api eb75ff232: the limit was looked at first and counted afterwards, so that of 200
   * requests at once against a limit of 60 not one was refused.
   */
  @Test
  void twoHundredAtOnceAtALimitOfSixtyPassExactlySixty() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      assertThat(together("round" + round, 200)).isEqualTo(60);
    }
  }

  private int together(String bucket, int callers) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(callers);
    AtomicInteger passed = new AtomicInteger();
    for (int i = 0; i < callers; i++) {
      pool.execute(
          () -> {
            awaitQuietly(gate);
            if (limiter.take(bucket, BASIC).passed()) {
              passed.incrementAndGet();
            }
            done.countDown();
          });
    }
    gate.countDown();
    done.await();
    pool.shutdown();
    return passed.get();
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int passed(List<Rate> rates, int asked) {
    int passed = 0;
    for (int i = 0; i < asked; i++) {
      passed += limiter.take("a", rates).passed() ? 1 : 0;
    }
    return passed;
  }
}
