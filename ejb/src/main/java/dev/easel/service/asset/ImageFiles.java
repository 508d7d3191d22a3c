package dev.easel.service.asset;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.Provenance;
import dev.easel.domain.asset.Scores;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Sha256;
import dev.easel.service.catalog.CatalogService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.time.Clock;

/**
 * Where the files of a generation live: {@code images/<xx>/<generation>/<attempt>/<index>.<ext>},
 * xx being the last two characters of the id. The attempt in the path keeps an overtaken attempt
 * from touching what its successor wrote.
 */
@ApplicationScoped
public class ImageFiles {

  static final String ROOT = "images/";
  private static final int THUMBNAIL_EDGE = 320;

  @Inject BlobStore blobs;
  @Inject ImageCodec codec;
  @Inject CatalogService catalog;
  @Inject Clock clock;

  /** Encodes and stores one image and its thumbnail; durable when this returns. */
  public StoredImage store(Generation generation, RenderedImage image, Scores scores) {
    // A mask has to come back as it was, whatever format the result was wished in.
    ImageFormat format = image.role() == ImageRole.RESULT ? generation.format() : ImageFormat.PNG;
    byte[] content =
        codec.encode(
            image.pixels(),
            format,
            generation.encodingQuality(),
            provenance(generation, image),
            image.metadata());
    String base = attemptKey(generation.id(), generation.attempt()) + "/" + image.index();
    String key = base + "." + format.wire();
    String thumbnailKey = base + "-thumb.jpeg";
    blobs.put(key, content);
    blobs.put(thumbnailKey, codec.thumbnail(image.pixels(), THUMBNAIL_EDGE));
    return new StoredImage(
        image.index(),
        image.seed(),
        image.pixels().getWidth(),
        image.pixels().getHeight(),
        format,
        content.length,
        Sha256.hex(content),
        key,
        thumbnailKey,
        image.revisedPrompt(),
        image.role(),
        image.facts(),
        scores);
  }

  public BufferedImage pixels(String blobKey) {
    return codec.decode(read(blobKey));
  }

  public byte[] read(String blobKey) {
    return blobs.read(blobKey);
  }

  /** For whoever passes it on piece by piece, and closes it. */
  public InputStream open(String blobKey) {
    return blobs.open(blobKey);
  }

  public void remove(Image image) {
    Removal.of(image.blobKey(), blobs);
    Removal.of(image.thumbnailKey(), blobs);
  }

  /** Removes what one attempt stored. */
  public void removeAttempt(String generationId, int attempt) {
    Removal.of(attemptKey(generationId, attempt), blobs);
  }

  /** Removes what the attempts before this one stored. */
  public void removeBefore(String generationId, int attempt) {
    for (int earlier = 1; earlier < attempt; earlier++) {
      removeAttempt(generationId, earlier);
    }
  }

  private Provenance provenance(Generation generation, RenderedImage image) {
    Provenance.SourceType type =
        catalog
            .current()
            .find(generation.modelId())
            .map(entry -> sourceType(generation, entry.model().sourceType()))
            .orElse(Provenance.SourceType.TRAINED_ALGORITHMIC_MEDIA);
    return new Provenance(
        type,
        generation.modelId(),
        generation.effectivePrompt(),
        image.seed(),
        generation.id(),
        clock.instant());
  }

  /** What the painter painted is no neural media, whatever model it stood in for. */
  private Provenance.SourceType sourceType(Generation generation, Provenance.SourceType ofModel) {
    return generation.modelUsed().filter(used -> used.startsWith("sketch/")).isPresent()
        ? Provenance.SourceType.ALGORITHMIC_MEDIA
        : ofModel;
  }

  private static String attemptKey(String generationId, int attempt) {
    return generationKey(generationId) + "/" + attempt;
  }

  private static String generationKey(String generationId) {
    return ROOT + generationId.substring(generationId.length() - 2) + "/" + generationId;
  }
}
