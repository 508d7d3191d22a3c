package dev.easel.service.moderation;

import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.shared.Utc;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.logging.Logger;

/** Forgets how many prompts were refused on days long past. */
@Stateless
public class RefusalExpiry implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(RefusalExpiry.class.getName());
  private static final int DAYS = 400;

  @Inject ModerationRepository stored;
  @Inject Clock clock;

  @Override
  public String name() {
    return "refusal-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  @Override
  public void run() {
    LocalDate today = Utc.day(clock.instant());
    int forgotten = stored.forgetBefore(today.minusDays(DAYS));
    LOG.fine(() -> forgotten + " counts of refusals forgotten");
  }
}
