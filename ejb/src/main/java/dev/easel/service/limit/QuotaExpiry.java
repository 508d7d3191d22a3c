package dev.easel.service.limit;

import dev.easel.domain.limit.QuotaRepository;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.shared.Utc;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.logging.Logger;

/** Forgets the counts of days long past. */
@Stateless
public class QuotaExpiry implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(QuotaExpiry.class.getName());
  private static final int DAYS = 7;

  @Inject QuotaRepository quotas;
  @Inject Clock clock;

  @Override
  public String name() {
    return "quota-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    LocalDate today = Utc.day(clock.instant());
    int forgotten = quotas.forgetBefore(today.minusDays(DAYS));
    LOG.fine(() -> forgotten + " day counts forgotten");
  }
}
