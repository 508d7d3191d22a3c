package dev.easel.service.limit;

import dev.easel.domain.limit.Rate;
import dev.easel.domain.limit.RateLimiter;
import dev.easel.domain.limit.Take;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Bounds how often passwords are guessed: from one network, and for one account from one network.
 * Nobody can lock an account's owner out from elsewhere. What was right does not count.
 */
@ApplicationScoped
public class SignInLimits {

  private static final Rate NETWORK = new Rate("sign_ins", 60, Duration.ofMinutes(15));
  private static final Rate ACCOUNT = new Rate("sign_ins", 10, Duration.ofMinutes(15));

  private static final Rate CODE = new Rate("codes", 10, Duration.ofMinutes(15));

  @Inject RateLimiter limiter;
  @Inject Patience patience;

  /**
   * Counts a try.
   *
   * @throws FailureException {@code RATE_LIMITED} if there were too many
   */
  public void take(String account, String address) {
    take(network(address), NETWORK);
    take(both(account, address), ACCOUNT);
  }

  /** Takes a try back that was right. */
  public void giveBack(String account, String address) {
    limiter.giveBack(network(address));
    limiter.giveBack(both(account, address));
  }

  /**
   * Counts a try to guess a code. Who gets that far knows the password, so the account is guarded
   * from wherever it is tried.
   *
   * @throws FailureException {@code RATE_LIMITED} if there were too many
   */
  public void takeCode(String userId, String address) {
    take(network(address), NETWORK);
    take(code(userId), CODE);
  }

  /**
   * Counts somebody who sets out to sign in elsewhere.
   *
   * @throws FailureException {@code RATE_LIMITED} if there were too many from that network
   */
  public void takeDeparture(String address) {
    take(network(address), NETWORK);
  }

  /** Takes one back who arrived. */
  public void giveDepartureBack(String address) {
    limiter.giveBack(network(address));
  }

  /** Takes a try back that was right. */
  public void giveCodeBack(String userId, String address) {
    limiter.giveBack(network(address));
    limiter.giveBack(code(userId));
  }

  private static String code(String userId) {
    return "SIGN_IN_CODE/" + userId;
  }

  private void take(String bucket, Rate rate) {
    Take take = limiter.take(bucket, List.of(rate));
    if (!take.passed()) {
      throw patience.refusal(rate, take.retryAfter());
    }
  }

  private static String network(String address) {
    return "SIGN_IN/" + RefusedKeys.network(address);
  }

  private static String both(String account, String address) {
    return network(address) + "/" + account;
  }
}
