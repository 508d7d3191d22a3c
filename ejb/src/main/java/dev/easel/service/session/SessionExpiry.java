package dev.easel.service.session;

import dev.easel.domain.session.FactorRepository;
import dev.easel.domain.session.SessionRepository;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.sso.SsoRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * Takes away sessions, sign-ins that await a code and sign-ins elsewhere that are over; nobody
 * could use them any more.
 */
@Stateless
public class SessionExpiry implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(SessionExpiry.class.getName());

  @Inject SessionRepository sessions;
  @Inject FactorRepository factors;
  @Inject SsoRepository sso;
  @Inject Clock clock;

  @Override
  public String name() {
    return "session-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    int removed = sessions.removeOver(clock.instant());
    factors.removeOver(clock.instant());
    sso.removeAttempts(clock.instant());
    LOG.fine(() -> removed + " sessions removed that were over");
  }
}
