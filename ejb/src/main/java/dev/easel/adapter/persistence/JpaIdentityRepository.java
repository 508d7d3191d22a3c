package dev.easel.adapter.persistence;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Identity by JPA. */
@ApplicationScoped
public class JpaIdentityRepository implements IdentityRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Tenant tenant) {
    entities.persist(tenant);
    entities.flush(); // without mapped relations EclipseLink would order the inserts by itself
  }

  @Override
  public void add(User user) {
    Unique.add(entities, user, User::addressTaken);
  }

  @Override
  public void add(ApiKey key) {
    entities.persist(key);
  }

  @Override
  public Optional<ApiKey> findKey(String id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id));
  }

  @Override
  public Optional<Tenant> findTenant(String id) {
    return Optional.ofNullable(entities.find(Tenant.class, id));
  }

  @Override
  public Optional<User> findUser(String id) {
    return Optional.ofNullable(entities.find(User.class, id));
  }

  @Override
  public Optional<Plan> findPlan(String id) {
    return Optional.ofNullable(entities.find(Plan.class, id));
  }

  @Override
  public boolean hasAnyUser() {
    return !entities
        .createQuery("select u.id from User u", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
