package dev.easel.domain.asset;

/**
 * A picture a request named, as a job finds it again. Keep the id: an asset stays readable for at
 * least a day after it was resolved, even if its owner deletes it. A delivered image goes with the
 * generation it is of; a job that comes after that is refused with {@code INVALID_IMAGE}.
 *
 * @param kind how it was named
 * @param id of an {@link Asset} ({@code ast_…}) or of a delivered image ({@code img_…})
 * @param sha256 of the file, hex
 * @param width in pixels, of the upright picture
 * @param height in pixels, of the upright picture
 * @param bytes size of the file
 */
public record Input(
    Kind kind,
    String id,
    String sha256,
    String blobKey,
    InputFormat format,
    int width,
    int height,
    long bytes) {

  /** The ways to name a picture. */
  public enum Kind {
    /** By its content: data URL, base64, part of a form. */
    INLINE,
    /** By a public address. */
    URL,
    /** By the id of an asset. */
    ASSET,
    /** By the id or the signed address of a delivered image. */
    IMAGE
  }

  public static Input of(Asset asset, Kind kind) {
    return new Input(
        kind,
        asset.id(),
        asset.sha256(),
        asset.blobKey(),
        asset.format(),
        asset.width(),
        asset.height(),
        asset.sizeBytes());
  }

  public static Input of(Image image) {
    return new Input(
        Kind.IMAGE,
        image.id(),
        image.sha256(),
        image.blobKey(),
        InputFormat.of(image.format()),
        image.width(),
        image.height(),
        image.sizeBytes());
  }
}
