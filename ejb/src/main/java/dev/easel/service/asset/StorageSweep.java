package dev.easel.service.asset;

import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.shared.JobRunner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the batch job that removes orphaned files. */
@ApplicationScoped
public class StorageSweep implements Housekeeping {

  @Inject JobRunner jobs;

  @Inject
  @ConfigProperty(name = "easel.storage.sweep-every", defaultValue = "PT6H")
  Duration every;

  @Override
  public String name() {
    return "storage-sweep";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    jobs.start("storage-sweep", Map.of());
  }
}
