package dev.easel.fake;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tenants, as administrators see them, without a database. */
public final class InMemoryTenants implements TenantRepository {

  private final InMemoryDatabase database;

  public InMemoryTenants(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Page<Tenant> list(String search, Optional<String> after, int limit) {
    List<Tenant> rows =
        database
            .all(Tenant.class)
            .filter(tenant -> tenant.id().compareTo(after.orElse("")) > 0)
            .filter(tenant -> matches(tenant, search.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(Tenant::id))
            .limit(limit + 1L)
            .toList();
    return Page.of(rows, limit, Tenant::id);
  }

  private boolean matches(Tenant tenant, String part) {
    return tenant.id().contains(part)
        || tenant.name().toLowerCase(Locale.ROOT).contains(part)
        || database
            .all(User.class)
            .filter(user -> user.tenantId().equals(tenant.id()))
            .anyMatch(user -> user.email().toLowerCase(Locale.ROOT).contains(part));
  }

  @Override
  public Map<String, Long> countByPlan() {
    return database
        .all(Tenant.class)
        .collect(Collectors.groupingBy(Tenant::planId, Collectors.counting()));
  }

  /** One transaction at a time, so there is nobody to keep out. */
  @Override
  public Optional<Tenant> lock(String id) {
    return database.find(Tenant.class, id);
  }

  @Override
  public boolean emailTaken(String email) {
    return database.all(User.class).anyMatch(user -> user.email().equalsIgnoreCase(email));
  }
}
