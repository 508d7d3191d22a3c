package dev.easel.fake;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.KeyRepository;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys without a database. */
public final class InMemoryKeys implements KeyRepository {

  private static final Comparator<ApiKey> NEWEST_FIRST =
      Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id).reversed();

  private final InMemoryDatabase database;

  public InMemoryKeys(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(ApiKey key) {
    database.add(key);
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return database.find(ApiKey.class, id);
  }

  /** One transaction at a time, so there is nobody to keep out. */
  @Override
  public Optional<ApiKey> lock(String id) {
    return find(id);
  }

  @Override
  public void lockTenant(String tenantId) {}

  @Override
  public long countUsable(String tenantId, Instant now) {
    return ofTenant(tenantId).filter(key -> key.usableAt(now)).count();
  }

  @Override
  public Page<ApiKey> list(String tenantId, Optional<String> after, int limit) {
    Optional<ApiKey> last = Lists.cursor(after, this::find, key -> key.tenantId().equals(tenantId));
    return Lists.page(ofTenant(tenantId).toList(), NEWEST_FIRST, last, limit, ApiKey::id);
  }

  @Override
  public void noteUse(String id, Instant time) {
    database.inTransaction(() -> find(id).ifPresent(key -> Stored.set(key, "lastUsedAt", time)));
  }

  private Stream<ApiKey> ofTenant(String tenantId) {
    return database.all(ApiKey.class).filter(key -> key.tenantId().equals(tenantId));
  }
}
