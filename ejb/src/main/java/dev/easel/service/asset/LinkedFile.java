package dev.easel.service.asset;

import dev.easel.domain.asset.BlobStore;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file that may be read by who has its address.
 *
 * @param length in bytes; negative if nobody knows
 * @param elsewhere where a browser may fetch it instead, if there is such a place
 * @param content opens it; the reader closes the stream. Fails with {@code BlobStore}'s exceptions,
 *     by one of its own if the file is gone
 */
public record LinkedFile(
    String mediaType,
    String etag,
    long length,
    Supplier<Optional<URI>> elsewhere,
    Supplier<InputStream> content) {

  private static final String THUMBNAIL_TYPE = "image/jpeg";

  /**
   * A picture itself.
   *
   * @param fileName what who saves it is proposed
   */
  static LinkedFile picture(
      BlobStore blobs, String key, String mediaType, String sha256, long length, String fileName) {
    return of(blobs, key, mediaType, sha256, length, fileName);
  }

  /**
   * The small JPEG of a picture.
   *
   * @param sha256 of the picture
   */
  static LinkedFile thumbnail(BlobStore blobs, String key, String sha256, String fileName) {
    return of(blobs, key, THUMBNAIL_TYPE, sha256 + "-t", -1, fileName);
  }

  private static LinkedFile of(
      BlobStore blobs, String key, String mediaType, String etag, long length, String fileName) {
    return new LinkedFile(
        mediaType,
        etag,
        length,
        () -> blobs.address(key, mediaType, fileName),
        () -> blobs.open(key));
  }
}
