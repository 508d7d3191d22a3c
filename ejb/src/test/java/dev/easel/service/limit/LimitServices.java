package dev.easel.service.limit;

import dev.easel.domain.limit.QuotaRepository;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.service.identity.IdentityService;
import java.time.Clock;

/** Puts the limits together for tests. */
public final class LimitServices {

  private LimitServices() {}

  public static DayQuota quota(QuotaRepository stored, IdentityService identities, Clock clock) {
    DayQuota quota = new DayQuota();
    quota.quotas = stored;
    quota.opening = new DayOpening();
    quota.opening.quotas = stored;
    quota.plans = plans(identities, clock);
    quota.patience = new Patience(() -> 0);
    quota.clock = clock;
    return quota;
  }

  static PlanLimits plans(IdentityService identities, Clock clock) {
    PlanLimits plans = new PlanLimits();
    plans.identities = identities;
    plans.clock = clock;
    plans.servers = 1;
    return plans;
  }

  static RequestLimits requests(RateLimiter limiter, PlanLimits plans) {
    RequestLimits requests = new RequestLimits();
    requests.limiter = limiter;
    requests.plans = plans;
    requests.patience = new Patience(() -> 0);
    return requests;
  }

  public static StrangerLimits strangers(RateLimiter limiter) {
    StrangerLimits limits = new StrangerLimits();
    limits.limiter = limiter;
    limits.patience = new Patience(() -> 0);
    return limits;
  }

  public static SignInLimits signIns(RateLimiter limiter) {
    SignInLimits limits = new SignInLimits();
    limits.limiter = limiter;
    limits.patience = new Patience(() -> 0);
    return limits;
  }
}
