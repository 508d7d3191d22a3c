package dev.easel.adapter.persistence;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.KeyRepository;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys by JPA. */
@ApplicationScoped
public class JpaKeyRepository implements KeyRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(ApiKey key) {
    entities.persist(key);
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id));
  }

  @Override
  public Optional<ApiKey> lock(String id) {
    Optional<ApiKey> found = find(id);
    // Read again under the lock: what was read before may be older.
    found.ifPresent(key -> entities.refresh(key, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  @Override
  public void lockTenant(String tenantId) {
    entities.find(Tenant.class, tenantId, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public long countUsable(String tenantId, Instant now) {
    return entities
        .createQuery(
            "select count(k) from ApiKey k where k.tenantId = :tenant and k.revokedAt is null"
                + " and (k.expiresAt is null or k.expiresAt > :now)",
            Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("now", now)
        .getSingleResult();
  }

  @Override
  public Page<ApiKey> list(String tenantId, Optional<String> after, int limit) {
    Where where = new Where("k").and("k.tenantId = :tenant", "tenant", tenantId);
    after
        .map(id -> cursor(tenantId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<ApiKey> select =
        entities.createQuery(
            "select k from ApiKey k" + where.text() + " order by k.createdAt desc, k.id desc",
            ApiKey.class);
    List<ApiKey> rows = where.setOn(select).setMaxResults(limit + 1).getResultList();
    return Page.of(rows, limit, ApiKey::id);
  }

  private ApiKey cursor(String tenantId, String id) {
    return find(id)
        .filter(found -> found.tenantId().equals(tenantId))
        .orElseThrow(Page::notACursor);
  }

  @Override
  public void noteUse(String id, Instant time) {
    entities
        .createQuery(
            "update ApiKey k set k.lastUsedAt = :time"
                + " where k.id = :id and (k.lastUsedAt is null or k.lastUsedAt < :time)")
        .setParameter("time", time)
        .setParameter("id", id)
        .executeUpdate();
  }
}
