package dev.easel.fake;

import static java.util.stream.Collectors.toSet;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.TenantSlots;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Slots without a database. One transaction at a time, so there is nobody to keep out. */
public final class InMemorySlots implements TenantSlots {

  private final InMemoryDatabase database;
  private final Map<String, String> tenants = new HashMap<>();
  private final Set<String> gates = new HashSet<>();

  public InMemorySlots(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void open(String tenantId) {
    gates.add(tenantId);
  }

  @Override
  public boolean lock(String tenantId) {
    return gates.contains(tenantId);
  }

  @Override
  public Set<String> holders(String tenantId) {
    return tenants.entrySet().stream()
        .filter(slot -> slot.getValue().equals(tenantId))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  @Override
  public void take(String tenantId, String generationId) {
    tenants.put(generationId, tenantId);
    database.onRollback(() -> tenants.remove(generationId));
  }

  @Override
  public void free(String generationId) {
    String tenant = tenants.remove(generationId);
    if (tenant != null) {
      database.onRollback(() -> tenants.put(generationId, tenant));
    }
  }

  @Override
  public int freeEnded() {
    int before = tenants.size();
    tenants
        .keySet()
        .removeIf(
            id ->
                database.find(Generation.class, id).filter(g -> g.status().isFinal()).isPresent());
    return before - tenants.size();
  }
}
