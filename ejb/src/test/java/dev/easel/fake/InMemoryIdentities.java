package dev.easel.fake;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tenants, users, plans and keys without a database; the plans are {@code free} and {@code pro}.
 */
public final class InMemoryIdentities implements IdentityRepository {

  private final InMemoryDatabase database;

  public InMemoryIdentities(InMemoryDatabase database) {
    this.database = database;
    database.add(
        Stored.of(
            Plan.class,
            Map.of("id", "free", "displayName", "Free", "storageMb", 1024, "vip", false)));
    database.add(
        Stored.of(
            Plan.class, Map.of("id", "pro", "displayName", "Pro", "storageMb", 1024, "vip", true)));
  }

  @Override
  public void add(Tenant tenant) {
    database.add(tenant);
  }

  @Override
  public void add(User user) {
    if (findUserByEmail(user.email()).isPresent()) {
      throw User.addressTaken();
    }
    database.add(user);
  }

  @Override
  public void add(ApiKey key) {
    database.add(key);
  }

  @Override
  public void add(Membership membership) {
    database.add(membership);
  }

  @Override
  public Optional<User> findUserByEmail(String email) {
    return database.all(User.class).filter(user -> user.email().equals(email)).findFirst();
  }

  @Override
  public Optional<Membership> findMembership(String userId, String tenantId) {
    return membershipsOf(userId).stream()
        .filter(membership -> membership.tenantId().equals(tenantId))
        .findFirst();
  }

  @Override
  public List<Membership> membershipsOf(String userId) {
    return database
        .all(Membership.class)
        .filter(membership -> membership.userId().equals(userId))
        .sorted(Comparator.comparing(Membership::createdAt).thenComparing(Membership::id))
        .toList();
  }

  @Override
  public Optional<ApiKey> findKey(String id) {
    return database.find(ApiKey.class, id);
  }

  @Override
  public Optional<Tenant> findTenant(String id) {
    return database.find(Tenant.class, id);
  }

  @Override
  public Optional<User> findUser(String id) {
    return database.find(User.class, id);
  }

  @Override
  public Optional<Tenant> oldestTenant() {
    return database
        .all(Tenant.class)
        .min(Comparator.comparing(Tenant::createdAt).thenComparing(Tenant::id));
  }

  @Override
  public Optional<Plan> findPlan(String id) {
    return database.find(Plan.class, id);
  }

  @Override
  public boolean hasAnyUser() {
    return database.all(User.class).findAny().isPresent();
  }
}
