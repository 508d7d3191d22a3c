package dev.easel.adapter.persistence;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.shared.StoredText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Image rows by JPA. */
@ApplicationScoped
public class JpaImageRepository implements ImageRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Image image) {
    entities.persist(image);
  }

  @Override
  public Optional<Image> find(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(Image.class, text))
        .filter(image -> !image.isDeleted());
  }

  @Override
  public List<Image> all(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select i from Image i where i.id in :ids and i.deletedAt is null", Image.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public boolean wasDelivered(String id) {
    return entities.find(Image.class, id) != null;
  }

  @Override
  public List<Image> ofGeneration(String generationId) {
    return ofGenerations(List.of(generationId));
  }

  @Override
  public List<Image> ofGenerations(Collection<String> generationIds) {
    if (generationIds.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select i from Image i where i.generationId in :ids and i.deletedAt is null"
                + " order by i.generationId, i.index",
            Image.class)
        .setParameter("ids", generationIds)
        .getResultList();
  }

  @Override
  public boolean knowsBlob(String blobKey) {
    return !entities
        .createQuery("select i.id from Image i where i.blobKey = :key", String.class)
        .setParameter("key", blobKey)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  @Override
  public long deletedOf(String tenantId) {
    return entities
        .createQuery(
            "select count(i) from Image i where i.tenantId = :tenant and i.deletedAt is not null",
            Long.class)
        .setParameter("tenant", tenantId)
        .getSingleResult();
  }

  @Override
  public long bytesOf(String tenantId) {
    Long sum =
        entities
            .createQuery(
                "select sum(i.sizeBytes) from Image i"
                    + " where i.tenantId = :tenant and i.deletedAt is null",
                Long.class)
            .setParameter("tenant", tenantId)
            .getSingleResult();
    return sum == null ? 0 : sum;
  }
}
