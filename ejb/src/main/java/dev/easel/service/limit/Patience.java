package dev.easel.service.limit;

import dev.easel.domain.limit.Rate;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Words refusals for asking too often, and how long to wait: never less than needed, and up to a
 * tenth longer, so that clients that were refused together do not come back together.
 */
@ApplicationScoped
public class Patience {

  private static final double SPREAD = 0.1;
  private static final long WIDEST = Duration.ofMinutes(1).toSeconds();

  private final DoubleSupplier chance;

  public Patience() {
    this(() -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * @param chance from 0 to 1
   */
  Patience(DoubleSupplier chance) {
    this.chance = chance;
  }

  FailureException refusal(Rate rate, Duration wait) {
    return refusal(rate.window(), rate.limit(), wait);
  }

  FailureException refusal(String window, long limit, Duration wait) {
    Duration spread = spread(wait);
    return FailureException.of(
            FailureCode.RATE_LIMITED,
            "The limit of " + limit + " requests (" + window + ") is reached")
        .with("window", window)
        .with("limit", limit)
        .with("retry_after", spread.toSeconds())
        .after(spread);
  }

  /** Whole seconds, at least one. */
  private Duration spread(Duration wait) {
    long needed = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    double widest = Math.min(needed * SPREAD, WIDEST);
    return Duration.ofSeconds(needed + Math.round(chance.getAsDouble() * widest));
  }
}
