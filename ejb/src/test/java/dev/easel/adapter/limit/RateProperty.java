package dev.easel.adapter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.limit.Level;
import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.Take;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Minute and hour together against buckets one can do in the head: fractions, exactly. */
class RateProperty {

  /** What can happen: some requests, then some time. */
  private record Step(int requests, Duration pause) {}

  /** A bucket in units of which {@code period} make one request: no rounding anywhere. */
  private static final class Model {
    private final Rate rate;
    private final BigInteger one;
    private BigInteger filled;

    Model(Rate rate) {
      this.rate = rate;
      this.one = BigInteger.valueOf(rate.period().toNanos());
      this.filled = full();
    }

    void pass(Duration time) {
      BigInteger gained =
          BigInteger.valueOf(time.toNanos()).multiply(BigInteger.valueOf(rate.limit()));
      filled = filled.add(gained).min(full());
    }

    long remaining() {
      return filled.divide(one).longValueExact();
    }

    void take() {
      filled = filled.subtract(one);
    }

    /** Nanoseconds until there is one; Bucket4j drops what is less than one. */
    long untilOne() {
      BigInteger missing = one.subtract(filled);
      return missing.signum() <= 0
          ? 0
          : missing.divide(BigInteger.valueOf(rate.limit())).longValueExact();
    }

    private BigInteger full() {
      return one.multiply(BigInteger.valueOf(rate.limit()));
    }
  }

  @Property(tries = 300)
  void minuteAndHourAgreeWithTheModel(
      @ForAll @IntRange(min = 1, max = 70) int perMinute,
      @ForAll @IntRange(min = 1, max = 300) int perHour,
      @ForAll("steps") @Size(min = 1, max = 60) List<Step> steps) {
    MovableTime time = new MovableTime();
    Bucket4jRateLimiter limiter = new Bucket4jRateLimiter(time);
    List<Rate> rates = List.of(Rate.perMinute("minute", perMinute), Rate.perHour("hour", perHour));
    List<Model> models = rates.stream().map(Model::new).toList();
    for (Step step : steps) {
      for (int i = 0; i < step.requests; i++) {
        check(limiter.take("a", rates), models);
      }
      time.pass(step.pause);
      models.forEach(model -> model.pass(step.pause));
    }
  }

  /** Whoever waits as long as told passes, and nobody passes a moment earlier. */
  @Property(tries = 300)
  void theWaitIsTrue(
      @ForAll @IntRange(min = 1, max = 70) int perMinute,
      @ForAll @IntRange(min = 1, max = 300) int perHour) {
    MovableTime time = new MovableTime();
    Bucket4jRateLimiter limiter = new Bucket4jRateLimiter(time);
    List<Rate> rates = List.of(Rate.perMinute("minute", perMinute), Rate.perHour("hour", perHour));
    Take last = limiter.take("a", rates);
    while (last.passed()) {
      last = limiter.take("a", rates);
    }

    time.pass(last.retryAfter().minusNanos(1));
    assertThat(limiter.take("a", rates).passed()).isFalse();
    time.pass(Duration.ofNanos(2));
    assertThat(limiter.take("a", rates).passed()).isTrue();
  }

  private static void check(Take take, List<Model> models) {
    boolean expected = models.stream().allMatch(model -> model.remaining() > 0);
    assertThat(take.passed()).isEqualTo(expected);
    if (expected) {
      models.forEach(Model::take);
    } else {
      long wait = models.stream().mapToLong(model -> model.untilOne()).max().orElseThrow();
      assertThat(take.retryAfter().toNanos()).isEqualTo(wait);
    }
    assertThat(take.levels())
        .extracting(Level::remaining)
        .isEqualTo(models.stream().map(Model::remaining).toList());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> requests = Arbitraries.integers().between(0, 90);
    Arbitrary<Duration> pauses =
        Arbitraries.longs().between(0, Duration.ofMinutes(20).toNanos()).map(Duration::ofNanos);
    return requests.flatMap(n -> pauses.map(pause -> new Step(n, pause))).list().ofMaxSize(60);
  }
}
