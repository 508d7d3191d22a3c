package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.SubscriptionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Subscriptions by JPA. */
@ApplicationScoped
public class JpaSubscriptionRepository implements SubscriptionRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Subscription subscription) {
    Unique.add(entities, subscription, Subscription::opened);
  }

  @Override
  public Optional<Subscription> find(String tenantId) {
    return Optional.ofNullable(entities.find(Subscription.class, tenantId));
  }

  @Override
  public Optional<Subscription> lock(String tenantId) {
    entities.flush(); // reading the row again would forget what changed in this transaction
    return Optional.ofNullable(
        entities.find(Subscription.class, tenantId, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<String> due(LocalDate today, String after, int most) {
    return entities
        .createQuery(
            "select s.tenantId from Subscription s where s.status = :active"
                + " and s.periodEnd <= :today and s.tenantId > :after order by s.tenantId",
            String.class)
        .setParameter("active", Subscription.Status.ACTIVE)
        .setParameter("today", today)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<String> tenantsWithout(int most) {
    return entities
        .createQuery(
            "select t.id from Tenant t where not exists"
                + " (select s.tenantId from Subscription s where s.tenantId = t.id)",
            String.class)
        .setMaxResults(most)
        .getResultList();
  }
}
