package dev.easel.service.asset;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.asset.UrlSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signed addresses of image files and what is behind them. Whoever has the address may read the
 * file until it expires or the image is deleted.
 */
@ApplicationScoped
public class ImageLinks {

  @Inject UrlSigner signer;
  @Inject ImageRepository images;
  @Inject BlobStore blobs;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.urls.lifetime", defaultValue = "P7D")
  Duration lifetime;

  /** Path and query of the image itself. */
  public String image(Image image) {
    return path(image.id(), "image." + image.format().wire());
  }

  /** Path and query of its small JPEG. */
  public String thumbnail(Image image) {
    return path(image.id(), OwnLinks.THUMBNAIL);
  }

  /** As {@link #image}, but of no use from then on. */
  public String image(Image image, Instant until) {
    return path(image.id(), "image." + image.format().wire(), until);
  }

  /** As {@link #thumbnail}, but of no use from then on. */
  public String thumbnail(Image image, Instant until) {
    return path(image.id(), OwnLinks.THUMBNAIL, until);
  }

  /** What a signed address names; empty if the signature or the image is not good. */
  public Optional<LinkedFile> open(String imageId, String name, String expires, String signature) {
    if (!signer.verify(imageId, name, expires, signature, clock.instant())) {
      return Optional.empty();
    }
    return images.find(imageId).map(image -> file(image, name));
  }

  private LinkedFile file(Image image, String name) {
    String fileName = image.id() + "-" + name;
    return name.equals(OwnLinks.THUMBNAIL)
        ? LinkedFile.thumbnail(blobs, image.thumbnailKey(), image.sha256(), fileName)
        : LinkedFile.picture(
            blobs,
            image.blobKey(),
            image.format().mediaType(),
            image.sha256(),
            image.sizeBytes(),
            fileName);
  }

  /** The day is rounded, so that an address stays the same for a day and can be cached. */
  private String path(String imageId, String name) {
    return path(imageId, name, Instant.MAX);
  }

  private String path(String imageId, String name, Instant until) {
    Instant usual =
        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(lifetime).plus(1, ChronoUnit.DAYS);
    Instant expires = usual.isBefore(until) ? usual : until;
    return OwnLinks.PATH + imageId + "/" + name + "?" + signer.sign(imageId, name, expires);
  }
}
