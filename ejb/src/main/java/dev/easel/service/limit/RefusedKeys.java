package dev.easel.service.limit;

import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.domain.limit.Take;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts wrong keys per client address. Whoever sends too many is told to slow down; a right key
 * from the same address goes on working, since many clients may share one.
 */
@ApplicationScoped
public class RefusedKeys {

  @Inject RateLimiter limiter;
  @Inject Patience patience;

  /** Per minute and address; 0 for no limit. */
  @Inject
  @ConfigProperty(name = "easel.limits.refused-keys", defaultValue = "60")
  int perMinute;

  /**
   * Counts one.
   *
   * @throws FailureException {@code RATE_LIMITED} if there were too many
   */
  public void count(String address) {
    if (perMinute <= 0) {
      return;
    }
    Rate rate = Rate.perMinute("refused_keys", perMinute);
    Take take = limiter.take("ADDRESS/" + network(address), List.of(rate));
    if (!take.passed()) {
      throw patience.refusal(rate, take.retryAfter());
    }
  }

  /** One customer has 2^64 addresses of version 6: those count as one. */
  public static String network(String address) {
    String plain = address.startsWith("[") ? address.substring(1) : address;
    if (!plain.contains(":") || plain.contains("::") || plain.contains(".")) {
      return plain;
    }
    String[] groups = plain.split(":");
    return groups.length == 8 ? String.join(":", List.of(groups).subList(0, 4)) : plain;
  }
}
