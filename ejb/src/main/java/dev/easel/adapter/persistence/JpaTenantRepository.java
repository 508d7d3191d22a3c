package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Tenants by JPA. */
@ApplicationScoped
public class JpaTenantRepository implements TenantRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public Page<Tenant> list(Optional<String> after, int limit) {
    List<Tenant> rows =
        entities
            .createQuery("select t from Tenant t where t.id > :after order by t.id", Tenant.class)
            .setParameter("after", after.orElse(""))
            .setMaxResults(limit + 1)
            .getResultList();
    return Page.of(rows, limit, Tenant::id);
  }

  @Override
  public Optional<Tenant> lock(String id) {
    return Optional.ofNullable(entities.find(Tenant.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public boolean emailTaken(String email) {
    return !entities
        .createQuery("select u.id from User u where lower(u.email) = lower(:email)", String.class)
        .setParameter("email", email)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
