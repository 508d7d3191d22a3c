package dev.easel.service.asset;

import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageRepository;
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

  /** What requests may name: images and assets of these stores; nothing of the internet. */
  public static InputImages inputs(
      ImageRepository images, AssetRepository assets, ImageFiles files, Clock clock) {
    InputImages inputs = new InputImages();
    DecodingPermits permits = new DecodingPermits();
    permits.open();
    AssetSteps steps = new AssetSteps();
    steps.assets = assets;
    steps.clock = clock;
    inputs.steps = steps;
    inputs.assets = assets;
    inputs.images = images;
    inputs.files = files;
    inputs.codec = files.codec;
    inputs.permits = permits;
    return inputs;
  }
}
