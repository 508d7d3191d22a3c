package dev.easel.fake;

import dev.easel.domain.limit.QuotaRepository;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Day counts without a database. */
public final class InMemoryQuotas implements QuotaRepository {

  private record Key(String tenantId, LocalDate day) {}

  private final InMemoryDatabase database;
  private final ConcurrentMap<Key, Long> rows = new ConcurrentHashMap<>();

  public InMemoryQuotas(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void open(String tenantId, LocalDate day) {
    rows.putIfAbsent(new Key(tenantId, day), 0L);
  }

  @Override
  public boolean use(String tenantId, LocalDate day, long count, long limit) {
    Key key = new Key(tenantId, day);
    Long used = rows.get(key);
    if (used == null || used + count > limit) {
      return false;
    }
    rows.put(key, used + count);
    database.onRollback(() -> rows.put(key, used));
    return true;
  }

  @Override
  public OptionalLong used(String tenantId, LocalDate day) {
    Long used = rows.get(new Key(tenantId, day));
    return used == null ? OptionalLong.empty() : OptionalLong.of(used);
  }

  @Override
  public int forgetBefore(LocalDate day) {
    int before = rows.size();
    rows.keySet().removeIf(key -> key.day.isBefore(day));
    return before - rows.size();
  }
}
