package dev.easel.service.asset;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.service.catalog.CatalogService;
import java.time.Clock;

/** Puts the file services together for tests. */
public final class AssetServices {

  private AssetServices() {}

  public static ImageFiles files(
      BlobStore blobs, ImageCodec codec, CatalogService catalog, Clock clock) {
    ImageFiles files = new ImageFiles();
    files.blobs = blobs;
    files.codec = codec;
    files.catalog = catalog;
    files.clock = clock;
    return files;
  }
}
