package dev.easel.service.asset;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.asset.UrlSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signed addresses of image files and what is behind them. Whoever has the address may read the
 * file until it expires or the image is deleted.
 */
@ApplicationScoped
public class ImageLinks {

  private static final String PATH = "/files/";
  private static final String THUMBNAIL = "thumbnail.jpeg";
  static final String THUMBNAIL_TYPE = "image/jpeg";

  @Inject UrlSigner signer;
  @Inject ImageRepository images;
  @Inject ImageFiles files;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.urls.lifetime", defaultValue = "P7D")
  Duration lifetime;

  /**
   * A file that may be read.
   *
   * @param length in bytes; negative if nobody knows
   * @param elsewhere where a browser may fetch it instead, if there is such a place
   * @param content opens it; the reader closes the stream. Fails with {@code BlobStore}'s
   *     exceptions, by one of its own if the file is gone
   */
  public record File(
      String mediaType,
      String etag,
      long length,
      Supplier<Optional<URI>> elsewhere,
      Supplier<InputStream> content) {}

  /** Path and query of the image itself. */
  public String image(Image image) {
    return path(image.id(), "image." + image.format().wire());
  }

  /** Path and query of its small JPEG. */
  public String thumbnail(Image image) {
    return path(image.id(), THUMBNAIL);
  }

  /** What a signed address names; empty if the signature or the image is not good. */
  public Optional<File> open(String imageId, String name, String expires, String signature) {
    if (!signer.verify(imageId, name, expires, signature, clock.instant())) {
      return Optional.empty();
    }
    return images.find(imageId).map(image -> file(image, name));
  }

  private File file(Image image, String name) {
    boolean small = name.equals(THUMBNAIL);
    String key = small ? image.thumbnailKey() : image.blobKey();
    String mediaType = small ? THUMBNAIL_TYPE : image.format().mediaType();
    return new File(
        mediaType,
        small ? image.sha256() + "-t" : image.sha256(),
        small ? -1 : image.sizeBytes(),
        () -> files.address(key, mediaType, image.id() + "-" + name),
        () -> files.open(key));
  }

  /** The day is rounded, so that an address stays the same for a day and can be cached. */
  private String path(String imageId, String name) {
    Instant expires =
        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(lifetime).plus(1, ChronoUnit.DAYS);
    return PATH + imageId + "/" + name + "?" + signer.sign(imageId, name, expires);
  }
}
