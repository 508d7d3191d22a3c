package dev.easel.service.limit;

import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.domain.limit.Take;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds what networks ask of us that show no key, and how often they guess passwords. */
@ApplicationScoped
public class StrangerLimits {

  private static final Rate GUESSES = new Rate("passwords", 10, Duration.ofMinutes(15));

  @Inject RateLimiter limiter;
  @Inject Patience patience;

  /** Per minute and network; 0 for no limit. */
  @Inject
  @ConfigProperty(name = "easel.limits.strangers", defaultValue = "120")
  int perMinute = 120;

  /**
   * Counts a request.
   *
   * @throws FailureException {@code RATE_LIMITED} if there were too many
   */
  public void count(String address) {
    if (perMinute > 0) {
      take("STRANGER/" + RefusedKeys.network(address), Rate.perMinute("strangers", perMinute));
    }
  }

  /**
   * Counts a password that is tried upon something.
   *
   * @throws FailureException {@code RATE_LIMITED} if there were too many
   */
  public void guess(String what, String address) {
    take(bucket(what, address), GUESSES);
  }

  /** Takes a password back that was right. */
  public void right(String what, String address) {
    limiter.giveBack(bucket(what, address));
  }

  private void take(String bucket, Rate rate) {
    Take take = limiter.take(bucket, List.of(rate));
    if (!take.passed()) {
      throw patience.refusal(rate, take.retryAfter());
    }
  }

  private static String bucket(String what, String address) {
    return "GUESS/" + what + "/" + RefusedKeys.network(address);
  }
}
