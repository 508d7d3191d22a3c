package dev.easel.service.batch;

import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.shared.Housekeeping;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets runs that ended long ago, with their items and findings. */
@Stateless
public class BatchRetention implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(BatchRetention.class.getName());

  @Inject BatchRepository runs;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.batch.keep", defaultValue = "P30D")
  Duration keep;

  @Override
  public String name() {
    return "batch-retention";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    int forgotten = runs.forgetBefore(clock.instant().minus(keep));
    LOG.fine(() -> forgotten + " batch runs forgotten");
  }
}
