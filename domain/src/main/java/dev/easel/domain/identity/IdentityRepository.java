package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureException;
import java.util.Optional;

/** Tenants, users, plans and keys as they are stored. */
public interface IdentityRepository {

  void add(Tenant tenant);

  /**
   * @throws FailureException {@code CONFLICT} if the address is in use, also if only just
   */
  void add(User user);

  void add(ApiKey key);

  Optional<ApiKey> findKey(String id);

  Optional<Tenant> findTenant(String id);

  Optional<User> findUser(String id);

  Optional<Plan> findPlan(String id);

  boolean hasAnyUser();
}
