package dev.easel.service.plan;

import dev.easel.domain.identity.SubscriptionRepository;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.shared.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Renews the subscriptions whose period has ended, each period in its own transaction. One that
 * cannot be renewed is left for the next run and holds no other up.
 */
@ApplicationScoped
public class Renewal implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(Renewal.class.getName());
  private static final int BATCH = 100;

  @Inject SubscriptionRepository stored;
  @Inject Subscriptions subscriptions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "subscription-renewal";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    stored.tenantsWithout(BATCH).forEach(this::adopt);
    LocalDate today = Utc.day(clock.instant());
    String after = "";
    List<String> due;
    do {
      due = stored.due(today, after, BATCH);
      due.forEach(this::renew);
      after = due.isEmpty() ? after : due.get(due.size() - 1);
    } while (due.size() == BATCH);
  }

  /** After a long rest several periods may have ended; each grants its credits. */
  private void renew(String tenantId) {
    try {
      int periods = 0;
      while (subscriptions.renew(tenantId)) {
        periods++;
      }
      int renewed = periods;
      LOG.info(() -> "Subscription of " + tenantId + " renewed for " + renewed + " periods");
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Subscription of " + tenantId + " is not renewed yet");
    }
  }

  private void adopt(String tenantId) {
    try {
      subscriptions.adopt(tenantId);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Tenant " + tenantId + " has no subscription yet");
    }
  }
}
