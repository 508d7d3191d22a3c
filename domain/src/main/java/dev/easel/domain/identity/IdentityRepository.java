package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureException;
import java.util.List;
import java.util.Optional;

/** Tenants, users, plans and keys as they are stored. */
public interface IdentityRepository {

  void add(Tenant tenant);

  /**
   * @throws FailureException {@code CONFLICT} if the address is in use, also if only just
   */
  void add(User user);

  void add(ApiKey key);

  /**
   * @throws FailureException {@code CONFLICT} if the user belongs to the tenant already
   */
  void add(Membership membership);

  Optional<ApiKey> findKey(String id);

  Optional<Tenant> findTenant(String id);

  Optional<User> findUser(String id);

  /** By address, whatever its case. */
  Optional<User> findUserByEmail(String email);

  Optional<Membership> findMembership(String userId, String tenantId);

  /** Of a user, the oldest first. */
  List<Membership> membershipsOf(String userId);

  /** The tenant that was there first; empty if there is none. */
  Optional<Tenant> oldestTenant();

  Optional<Plan> findPlan(String id);

  boolean hasAnyUser();
}
