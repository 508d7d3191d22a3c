package dev.easel.service.limit;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.limit.Level;
import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.limit.Take;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts requests per tenant against the rates of its plan, and per key where the key has a limit
 * of its own. A refused request costs nothing.
 */
@ApplicationScoped
public class RequestLimits {

  @Inject RateLimiter limiter;
  @Inject PlanLimits plans;
  @Inject Patience patience;

  /**
   * Counts a request.
   *
   * @throws FailureException {@code RATE_LIMITED} if a rate has none left
   */
  public void count(Caller caller, RequestKind kind) {
    List<Rate> own = ownRates(caller, kind);
    Take ofKey = limiter.take(keyBucket(caller), own);
    if (!ofKey.passed()) {
      throw refused(ofKey);
    }
    Take ofTenant = limiter.take(tenantBucket(caller, kind), plans.of(caller).of(kind));
    if (!ofTenant.passed()) {
      if (!own.isEmpty()) {
        limiter.giveBack(keyBucket(caller));
      }
      throw refused(ofTenant);
    }
  }

  /** What is left for requests of a kind; empty if nothing limits them. */
  public List<Level> levels(Caller caller, RequestKind kind) {
    List<Level> levels = new ArrayList<>();
    levels.addAll(limiter.levels(tenantBucket(caller, kind), plans.of(caller).of(kind)));
    levels.addAll(limiter.levels(keyBucket(caller), ownRates(caller, kind)));
    return levels;
  }

  private FailureException refused(Take take) {
    return patience.refusal(
        take.levels().stream()
            .filter(Level::isUsedUp)
            .max((a, b) -> a.rate().period().compareTo(b.rate().period()))
            .map(Level::rate)
            .orElseThrow(),
        take.retryAfter());
  }

  private List<Rate> ownRates(Caller caller, RequestKind kind) {
    return kind == RequestKind.WORK && caller.perMinute().isPresent()
        ? List.of(Rate.perMinute("key", plans.share(caller.perMinute().getAsInt())))
        : List.of();
  }

  private static String tenantBucket(Caller caller, RequestKind kind) {
    return kind.name() + "/" + caller.tenantId();
  }

  private static String keyBucket(Caller caller) {
    return "KEY/" + caller.keyId();
  }
}
