package dev.easel.domain.asset;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of delivered images; deleted ones are not found. */
public interface ImageRepository {

  void add(Image image);

  Optional<Image> find(String id);

  /** Those of these that are there, in no order. */
  List<Image> all(Collection<String> ids);

  /** Whether it was ever delivered; deleted ones were. */
  boolean wasDelivered(String id);

  /** In order of their index. */
  List<Image> ofGeneration(String generationId);

  /** In order of generation and index. */
  List<Image> ofGenerations(Collection<String> generationIds);

  /** Whether any row, deleted or not, names this blob. */
  boolean knowsBlob(String blobKey);

  /** How many images the tenant has deleted. */
  long deletedOf(String tenantId);

  long bytesOf(String tenantId);
}
