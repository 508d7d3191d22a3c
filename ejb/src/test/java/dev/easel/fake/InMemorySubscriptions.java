package dev.easel.fake;

import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.SubscriptionRepository;
import dev.easel.domain.identity.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Subscriptions without a database. */
public final class InMemorySubscriptions implements SubscriptionRepository {

  private final InMemoryDatabase database;

  public InMemorySubscriptions(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Subscription subscription) {
    database.add(subscription);
  }

  @Override
  public Optional<Subscription> find(String tenantId) {
    return database.find(Subscription.class, tenantId);
  }

  /** One transaction at a time, so there is nobody to keep out. */
  @Override
  public Optional<Subscription> lock(String tenantId) {
    return find(tenantId);
  }

  @Override
  public List<String> due(LocalDate today, String after, int most) {
    return database
        .all(Subscription.class)
        .filter(s -> s.dueOn(today))
        .map(Subscription::tenantId)
        .filter(id -> id.compareTo(after) > 0)
        .sorted()
        .limit(most)
        .toList();
  }

  @Override
  public List<String> tenantsWithout(int most) {
    return database
        .all(Tenant.class)
        .map(Tenant::id)
        .filter(id -> find(id).isEmpty())
        .limit(most)
        .toList();
  }
}
