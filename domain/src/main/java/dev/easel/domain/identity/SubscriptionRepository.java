package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Subscriptions as they are stored. */
public interface SubscriptionRepository {

  /**
   * @throws FailureException {@code CONFLICT} if the tenant has one, also if only just
   */
  void add(Subscription subscription);

  Optional<Subscription> find(String tenantId);

  /** As it stands, and kept from everybody else until the transaction ends. */
  Optional<Subscription> lock(String tenantId);

  /** Ids of tenants with a period that has ended, in order, from after one of them. */
  List<String> due(LocalDate today, String after, int most);

  /** Ids of tenants that have none. */
  List<String> tenantsWithout(int most);
}
