package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.UrlSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signed addresses of assets, as {@link ImageLinks} makes them for images. */
@ApplicationScoped
public class AssetLinks {

  @Inject UrlSigner signer;
  @Inject AssetRepository assets;
  @Inject BlobStore blobs;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.urls.lifetime", defaultValue = "P7D")
  Duration lifetime = Duration.ofDays(7);

  /** Path and query of the file as it came. */
  public String source(Asset asset) {
    return path(asset.id(), "source." + asset.format().wire());
  }

  /** Path and query of its small JPEG. */
  public String thumbnail(Asset asset) {
    return path(asset.id(), Asset.THUMBNAIL);
  }

  /** What a signed address names; empty if the signature or the asset is not good. */
  public Optional<LinkedFile> open(String id, String name, String expires, String signature) {
    if (!Asset.isId(id) || !signer.verify(id, name, expires, signature, clock.instant())) {
      return Optional.empty();
    }
    return assets.find(id).map(asset -> file(asset, name));
  }

  private LinkedFile file(Asset asset, String name) {
    String fileName = asset.id() + "-" + name;
    return name.equals(Asset.THUMBNAIL)
        ? LinkedFile.thumbnail(blobs, asset.thumbnailKey(), asset.sha256(), fileName)
        : LinkedFile.picture(
            blobs,
            asset.blobKey(),
            asset.format().mediaType(),
            asset.sha256(),
            asset.sizeBytes(),
            fileName);
  }

  /** The day is rounded, so that an address stays the same for a day and can be cached. */
  private String path(String id, String name) {
    Instant expires =
        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(lifetime).plus(1, ChronoUnit.DAYS);
    return OwnLinks.PATH + id + "/" + name + "?" + signer.sign(id, name, expires);
  }
}
