package dev.easel.service.generation;

import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.shared.Housekeeping;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/** Forgets idempotency keys a day after their use. */
@Stateless
public class IdempotencyExpiry implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(IdempotencyExpiry.class.getName());

  @Inject GenerationRepository generations;
  @Inject Clock clock;

  @Override
  public String name() {
    return "idempotency-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    int forgotten = generations.forgetIdempotencyBefore(clock.instant().minus(Acceptance.KEY_LIFE));
    LOG.fine(() -> forgotten + " idempotency keys forgotten");
  }
}
