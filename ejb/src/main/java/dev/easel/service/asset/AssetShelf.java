package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.AssetSource;
import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes files in: judged, then stored once for each content and tenant. A file is decoded as a
 * whole before it is kept, so that what is on the shelf can be worked on.
 */
@ApplicationScoped
public class AssetShelf {

  private static final int THUMBNAIL_EDGE = 320;

  /** Somebody else can store or sweep the same content at the same time, but not forever. */
  private static final int TRIES = 4;

  @Inject AssetRepository assets;
  @Inject AssetSteps steps;
  @Inject BlobStore blobs;
  @Inject ImageCodec codec;
  @Inject DecodingPermits permits;
  @Inject Clock clock;

  /**
   * Durable when this returns.
   *
   * @param fileName what its sender calls it; null if it has no name
   * @throws FailureException {@code INVALID_IMAGE} if it is no picture that is taken
   */
  public Asset keep(String tenantId, byte[] content, AssetSource source, String fileName) {
    String sha256 = Sha256.hex(content);
    Optional<Asset> known = steps.renew(tenantId, sha256).filter(Asset::isStored);
    return known.orElseGet(
        () -> {
          ImageFacts facts = codec.inspect(content);
          byte[] thumbnail = permits.with(() -> codec.thumbnail(content, THUMBNAIL_EDGE));
          Asset asset =
              new Asset(tenantId, sha256, source, facts, content.length, fileName, clock.instant());
          return store(asset, content, thumbnail);
        });
  }

  private Asset store(Asset wanted, byte[] content, byte[] thumbnail) {
    for (int tried = 0; tried < TRIES; tried++) {
      Asset row = begun(wanted);
      if (row.isStored()) {
        return row;
      }
      putOnce(row.blobKey(), content);
      putOnce(row.thumbnailKey(), thumbnail);
      if (steps.stored(row.id())) {
        return row;
      }
    }
    throw FailureException.of(FailureCode.CONFLICT, "The file is being deleted; send it again");
  }

  /** Our row, or that of who was faster: its content is the same. */
  private Asset begun(Asset wanted) {
    Optional<Asset> there = steps.renew(wanted.tenantId(), wanted.sha256());
    if (there.isPresent()) {
      return there.get();
    }
    try {
      steps.begin(wanted);
      return wanted;
    } catch (FailureException e) {
      if (e.code() != FailureCode.CONFLICT) {
        throw e;
      }
      return steps.renew(wanted.tenantId(), wanted.sha256()).orElseThrow(() -> e);
    }
  }

  private void putOnce(String key, byte[] content) {
    if (!blobs.exists(key)) {
      blobs.put(key, content);
    }
  }
}
