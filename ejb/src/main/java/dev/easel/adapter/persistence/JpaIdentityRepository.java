package dev.easel.adapter.persistence;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
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
  public void add(Membership membership) {
    Unique.add(
        entities,
        membership,
        () -> FailureException.of(FailureCode.CONFLICT, "The user is a member already"));
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
  public Optional<User> findUserByEmail(String email) {
    return entities
        .createQuery("select u from User u where u.email = :email", User.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Membership> findMembership(String userId, String tenantId) {
    return entities
        .createQuery(
            "select m from Membership m where m.userId = :user and m.tenantId = :tenant",
            Membership.class)
        .setParameter("user", userId)
        .setParameter("tenant", tenantId)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Membership> membershipsOf(String userId) {
    return entities
        .createQuery(
            "select m from Membership m where m.userId = :user order by m.createdAt, m.id",
            Membership.class)
        .setParameter("user", userId)
        .getResultList();
  }

  @Override
  public Optional<Tenant> oldestTenant() {
    return entities
        .createQuery("select t from Tenant t order by t.createdAt, t.id", Tenant.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
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
