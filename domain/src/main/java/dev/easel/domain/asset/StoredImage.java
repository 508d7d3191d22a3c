package dev.easel.domain.asset;

/** An image whose files are durable but whose row is not yet written. */
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
    String revisedPrompt) {}
