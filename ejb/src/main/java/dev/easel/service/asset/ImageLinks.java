package dev.easel.service.asset;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.asset.UrlSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
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

  private static final String PATH = "/files/";
  private static final String THUMBNAIL = "thumbnail.jpeg";

  @Inject UrlSigner signer;
  @Inject ImageRepository images;
  @Inject ImageFiles files;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.urls.lifetime", defaultValue = "P7D")
  Duration lifetime;

  /** An opened file. The reader closes the stream. */
  public record File(String mediaType, String etag, long length, InputStream content) {}

  /** Path and query of the image itself. */
  public String image(Image image) {
    return path(image.id(), "image." + image.format().wire());
  }

  /** Path and query of its small JPEG. */
  public String thumbnail(Image image) {
    return path(image.id(), THUMBNAIL);
  }

  /** Opens what a signed address names; empty if the signature or the image is not good. */
  public Optional<File> open(String imageId, String name, String expires, String signature) {
    if (!signer.verify(imageId, name, expires, signature, clock.instant())) {
      return Optional.empty();
    }
    return images.find(imageId).flatMap(image -> file(image, name));
  }

  private Optional<File> file(Image image, String name) {
    try {
      return name.equals(THUMBNAIL)
          ? Optional.of(
              new File("image/jpeg", image.sha256() + "-t", -1, files.open(image.thumbnailKey())))
          : Optional.of(
              new File(
                  image.format().mediaType(),
                  image.sha256(),
                  image.sizeBytes(),
                  files.open(image.blobKey())));
    } catch (StorageException e) {
      return Optional.empty();
    }
  }

  /** The day is rounded, so that an address stays the same for a day and can be cached. */
  private String path(String imageId, String name) {
    Instant expires =
        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(lifetime).plus(1, ChronoUnit.DAYS);
    return PATH + imageId + "/" + name + "?" + signer.sign(imageId, name, expires);
  }
}
