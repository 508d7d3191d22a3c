package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds files no row knows: what is left when a server dies between a commit and a clean-up. */
@ApplicationScoped
public class StorageAudit {

  @Inject BlobStore blobs;
  @Inject GenerationRepository generations;
  @Inject ImageRepository images;
  @Inject AssetRepository assets;

  /** The shelves to audit one by one: {@code images/00} … {@code assets/ff}. */
  public List<String> shelves() {
    List<String> shelves = new ArrayList<>();
    for (int shelf = 0; shelf < 256; shelf++) {
      shelves.add(ImageFiles.ROOT + "%02x".formatted(shelf));
      shelves.add(Asset.shelf("%02x".formatted(shelf)));
    }
    return shelves;
  }

  /** Keys on a shelf whose generation has ended and names them nowhere, or of no known asset. */
  public List<String> orphans(String shelf) {
    return shelf.startsWith(ImageFiles.ROOT) ? orphanedImages(shelf) : orphanedAssets(shelf);
  }

  /** The row of an asset is there before its files. */
  private List<String> orphanedAssets(String shelf) {
    List<String> orphans = new ArrayList<>();
    blobs.eachKey(
        shelf,
        key -> {
          if (Asset.idOfBlob(key).filter(assets::knows).isEmpty()) {
            orphans.add(key);
          }
        });
    return orphans;
  }

  private List<String> orphanedImages(String shelf) {
    Map<String, List<String>> byGeneration = new TreeMap<>();
    blobs.eachKey(
        shelf,
        key -> byGeneration.computeIfAbsent(key.split("/")[2], g -> new ArrayList<>()).add(key));
    List<String> orphans = new ArrayList<>();
    byGeneration.forEach((id, keys) -> orphans.addAll(orphans(id, keys)));
    return orphans;
  }

  /** Whether it is gone; if not, the next sweep finds it again. */
  public boolean remove(String key) {
    return Removal.of(key, blobs);
  }

  private List<String> orphans(String generationId, List<String> keys) {
    // While a generation runs, its attempt may be writing what no row knows yet.
    boolean ended =
        generations.find(generationId).map(Generation::status).filter(s -> !s.isFinal()).isEmpty();
    if (!ended) {
      return List.of();
    }
    Set<String> known = new HashSet<>();
    for (Image image : images.ofGeneration(generationId)) {
      known.add(image.blobKey());
      known.add(image.thumbnailKey());
    }
    return keys.stream().filter(key -> !known.contains(key)).toList();
  }
}
