package dev.easel.fake;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.TenantRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tenants, as administrators see them, without a database. */
public final class InMemoryTenants implements TenantRepository {

  private final InMemoryDatabase database;

  public InMemoryTenants(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Page<Tenant> list(Optional<String> after, int limit) {
    List<Tenant> rows =
        database
            .all(Tenant.class)
            .filter(tenant -> tenant.id().compareTo(after.orElse("")) > 0)
            .sorted(Comparator.comparing(Tenant::id))
            .limit(limit + 1L)
            .toList();
    return Page.of(rows, limit, Tenant::id);
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
