package dev.easel.fake;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Image rows without a database. */
public final class InMemoryImages implements ImageRepository {

  private final InMemoryDatabase database;

  public InMemoryImages(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Image image) {
    database.add(image);
  }

  @Override
  public Optional<Image> find(String id) {
    return database.find(Image.class, id).filter(image -> !image.isDeleted());
  }

  @Override
  public List<Image> all(Collection<String> ids) {
    return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public boolean wasDelivered(String id) {
    return database.find(Image.class, id).isPresent();
  }

  @Override
  public List<Image> ofGeneration(String generationId) {
    return ofGenerations(List.of(generationId));
  }

  @Override
  public List<Image> ofGenerations(Collection<String> generationIds) {
    return database
        .all(Image.class)
        .filter(image -> generationIds.contains(image.generationId()) && !image.isDeleted())
        .toList();
  }

  @Override
  public boolean knowsBlob(String blobKey) {
    return database.all(Image.class).anyMatch(image -> image.blobKey().equals(blobKey));
  }

  @Override
  public long deletedOf(String tenantId) {
    return database
        .all(Image.class)
        .filter(image -> image.tenantId().equals(tenantId) && image.isDeleted())
        .count();
  }

  @Override
  public long bytesOf(String tenantId) {
    return database
        .all(Image.class)
        .filter(image -> image.tenantId().equals(tenantId) && !image.isDeleted())
        .mapToLong(Image::sizeBytes)
        .sum();
  }
}
