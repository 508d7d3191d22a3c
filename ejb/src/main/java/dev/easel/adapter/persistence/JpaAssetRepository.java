package dev.easel.adapter.persistence;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.StoredText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Assets by JPA. What may race with the sweep is a statement that says whether it found the row.
 */
@ApplicationScoped
public class JpaAssetRepository implements AssetRepository {

  private static final String OVER =
      "(a.deletedAt < :deleted or a.lastUsedAt < :unused"
          + " or (a.stored = false and a.lastUsedAt < :deleted))";

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Asset asset) {
    Unique.add(
        entities,
        asset,
        () -> FailureException.of(FailureCode.CONFLICT, "This file is being stored already"));
  }

  @Override
  public Optional<Asset> find(String id) {
    return row(id).filter(Asset::isStored).filter(asset -> !asset.isDeleted());
  }

  @Override
  public Optional<Asset> ofContent(String tenantId, String sha256) {
    return anyOfContent(tenantId, sha256)
        .filter(Asset::isStored)
        .filter(asset -> !asset.isDeleted());
  }

  @Override
  public Optional<Asset> anyOfContent(String tenantId, String sha256) {
    return entities
        .createQuery(
            "select a from Asset a where a.tenantId = :tenant and a.sha256 = :sha256", Asset.class)
        .setParameter("tenant", tenantId)
        .setParameter("sha256", sha256)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Page<Asset> list(String tenantId, Optional<String> after, int limit) {
    Where where =
        new Where("a")
            .and("a.tenantId = :tenant", "tenant", tenantId)
            .and("a.stored = true")
            .and("a.deletedAt is null");
    after
        .map(id -> cursor(tenantId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<Asset> select =
        entities.createQuery(
            "select a from Asset a" + where.text() + " order by a.createdAt desc, a.id desc",
            Asset.class);
    List<Asset> rows = where.setOn(select).setMaxResults(limit + 1).getResultList();
    return Page.of(rows, limit, Asset::id);
  }

  private Asset cursor(String tenantId, String id) {
    return row(id).filter(found -> found.tenantId().equals(tenantId)).orElseThrow(Page::notACursor);
  }

  @Override
  public boolean stored(String id) {
    return entities
            .createQuery("update Asset a set a.stored = true where a.id = :id")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean renew(String id, Instant now) {
    return at(
            "update Asset a set a.lastUsedAt = :now, a.deletedAt = null where a.id = :id", id, now)
        == 1;
  }

  @Override
  public void use(String id, Instant now) {
    at("update Asset a set a.lastUsedAt = :now where a.id = :id", id, now);
  }

  @Override
  public void delete(String id, Instant now) {
    at("update Asset a set a.deletedAt = :now where a.id = :id and a.deletedAt is null", id, now);
  }

  private int at(String statement, String id, Instant now) {
    return entities
        .createQuery(statement)
        .setParameter("id", id)
        .setParameter("now", now)
        .executeUpdate();
  }

  @Override
  public boolean knows(String id) {
    return row(id).isPresent();
  }

  @Override
  public long bytesOf(String tenantId) {
    Long sum =
        entities
            .createQuery(
                "select sum(a.sizeBytes) from Asset a"
                    + " where a.tenantId = :tenant and a.stored = true and a.deletedAt is null",
                Long.class)
            .setParameter("tenant", tenantId)
            .getSingleResult();
    return sum == null ? 0 : sum;
  }

  @Override
  public List<String> over(Lapse lapse, int most) {
    TypedQuery<String> ids =
        entities.createQuery("select a.id from Asset a where " + OVER, String.class);
    set(ids, lapse);
    return ids.setMaxResults(most).getResultList();
  }

  @Override
  public boolean removeIfOver(String id, Lapse lapse) {
    Query delete = entities.createQuery("delete from Asset a where a.id = :id and " + OVER);
    set(delete, lapse);
    return delete.setParameter("id", id).executeUpdate() == 1;
  }

  private static void set(Query query, Lapse lapse) {
    query.setParameter("deleted", lapse.deletedBefore());
    query.setParameter("unused", lapse.unusedSince());
  }

  private Optional<Asset> row(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(Asset.class, text));
  }
}
