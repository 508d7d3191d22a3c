package dev.easel.service.asset;

import dev.easel.domain.batch.BatchJob;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.service.batch.BatchRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The batch job that removes orphaned files, a shelf at a time, and the chore that asks for it. */
@ApplicationScoped
public class StorageSweep implements Housekeeping, BatchJob {

  private static final Logger LOG = Logger.getLogger(StorageSweep.class.getName());

  @Inject BatchRuns runs;
  @Inject StorageAudit audit;

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
    runs.request(name());
  }

  @Override
  public int itemsPerChunk() {
    return 10;
  }

  @Override
  public List<String> plan(Map<String, String> parameters) {
    return audit.shelves();
  }

  @Override
  public void work(String runId, String shelf) {
    List<String> orphans = audit.orphans(shelf);
    long removed = orphans.stream().filter(audit::remove).count();
    if (!orphans.isEmpty()) {
      LOG.info(
          () -> removed + " of " + orphans.size() + " orphaned files on " + shelf + " removed");
    }
  }
}
