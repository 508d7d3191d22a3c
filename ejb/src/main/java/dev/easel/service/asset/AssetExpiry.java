package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.AssetRepository.Lapse;
import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.shared.Housekeeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets go of assets nobody used for long and of deleted ones, each a day late at least, for a job
 * accepted before may be reading them. The row goes first; should the server die then, the sweep of
 * the storage finds the files.
 */
@ApplicationScoped
public class AssetExpiry implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(AssetExpiry.class.getName());
  private static final Duration GRACE = Duration.ofDays(1);
  private static final int AT_ONCE = 200;

  @Inject AssetRepository assets;
  @Inject AssetSteps steps;
  @Inject BlobStore blobs;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.assets.retention", defaultValue = "P30D")
  Duration retention = Duration.ofDays(30);

  @Override
  public String name() {
    return "asset-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    Duration kept = retention.compareTo(GRACE) < 0 ? GRACE : retention;
    Lapse lapse = new Lapse(now.minus(kept), now.minus(GRACE));
    int gone = 0;
    List<String> over = assets.over(lapse, AT_ONCE);
    while (!over.isEmpty()) {
      for (String id : over) {
        gone += remove(id, lapse) ? 1 : 0;
      }
      over = over.size() < AT_ONCE ? List.of() : assets.over(lapse, AT_ONCE);
    }
    int removed = gone;
    LOG.fine(() -> removed + " assets removed");
  }

  private boolean remove(String id, Lapse lapse) {
    if (!steps.removeIfOver(id, lapse)) {
      return false;
    }
    Removal.of(Asset.folder(id), blobs);
    return true;
  }
}
