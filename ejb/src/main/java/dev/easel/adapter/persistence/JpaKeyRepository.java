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
    Optional<ApiKey> last =
        after.flatMap(this::find).filter(key -> key.tenantId().equals(tenantId));
    String older = " and (k.createdAt < :lastTime or (k.createdAt = :lastTime and k.id < :lastId))";
    TypedQuery<ApiKey> select =
        entities
            .createQuery(
                "select k from ApiKey k where k.tenantId = :tenant"
                    + (last.isPresent() ? older : "")
                    + " order by k.createdAt desc, k.id desc",
                ApiKey.class)
            .setParameter("tenant", tenantId)
            .setMaxResults(limit + 1);
    last.ifPresent(
        key -> select.setParameter("lastTime", key.createdAt()).setParameter("lastId", key.id()));
    List<ApiKey> rows = select.getResultList();
    return Page.of(rows, limit, ApiKey::id);
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
