package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.AssetRepository.Lapse;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The transactions about assets; none of them touches a file. */
@Stateless
public class AssetSteps {

  @Inject AssetRepository assets;
  @Inject Clock clock;

  /** The tenant's asset of this content, used again; a deleted one comes back. */
  public Optional<Asset> renew(String tenantId, String sha256) {
    return assets
        .anyOfContent(tenantId, sha256)
        .filter(found -> assets.renew(found.id(), clock.instant()));
  }

  /**
   * @throws dev.easel.domain.shared.FailureException {@code CONFLICT} if somebody was faster
   */
  public void begin(Asset asset) {
    assets.add(asset);
  }

  /** Whether the row was still there to be marked. */
  public boolean stored(String id) {
    return assets.stored(id);
  }

  public void use(String id) {
    assets.use(id, clock.instant());
  }

  public void delete(String id) {
    assets.delete(id, clock.instant());
  }

  /** Whether it was still over and its row is gone, so that its files may follow. */
  public boolean removeIfOver(String id, Lapse lapse) {
    return assets.removeIfOver(id, lapse);
  }
}
