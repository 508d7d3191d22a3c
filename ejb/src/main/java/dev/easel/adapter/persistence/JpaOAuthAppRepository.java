package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthAppRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Registered programs by JPA. */
@ApplicationScoped
public class JpaOAuthAppRepository implements OAuthAppRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(OAuthApp app) {
    entities.persist(app);
  }

  @Override
  public Optional<OAuthApp> find(String id) {
    return Optional.ofNullable(entities.find(OAuthApp.class, id));
  }

  @Override
  public List<OAuthApp> of(String tenantId) {
    return entities
        .createQuery(
            "select a from OAuthApp a where a.tenantId = :tenant"
                + " order by a.createdAt desc, a.id desc",
            OAuthApp.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  @Override
  public void lockTenant(String tenantId) {
    entities.find(Tenant.class, tenantId, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public void remove(OAuthApp app) {
    find(app.id()).ifPresent(entities::remove);
  }
}
