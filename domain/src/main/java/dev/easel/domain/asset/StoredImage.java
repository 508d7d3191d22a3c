package dev.easel.domain.asset;

/**
 * An image whose files are durable but whose row is not yet written.
 *
 * @param facts what is to be told of it, as a JSON object; empty if nothing is
 */
public record StoredImage(
    int index,
    long seed,
    int width,
    int height,
    ImageFormat format,
    long sizeBytes,
    String sha256,
    String blobKey,
    String thumbnailKey,
    String revisedPrompt,
    ImageRole role,
    String facts,
    Scores scores) {

  /** A result of which nothing more is known. */
  public StoredImage(
      int index,
      long seed,
      int width,
      int height,
      ImageFormat format,
      long sizeBytes,
      String sha256,
      String blobKey,
      String thumbnailKey,
      String revisedPrompt) {
    this(
        index,
        seed,
        width,
        height,
        format,
        sizeBytes,
        sha256,
        blobKey,
        thumbnailKey,
        revisedPrompt,
        ImageRole.RESULT,
        "",
        Scores.NONE);
  }
}
