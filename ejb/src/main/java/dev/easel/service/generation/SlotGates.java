package dev.easel.service.generation;

import dev.easel.domain.generation.TenantSlots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Locks a tenant's slots by a row of their own, and makes that row once. */
@ApplicationScoped
class SlotGates {

  private static final int CAPACITY = 10_000;

  @Inject ConcurrencyCaps caps;
  @Inject TenantSlots slots;
  @Inject SlotGateOpening opening;

  private final Map<String, Boolean> opened = new ConcurrentHashMap<>();

  /**
   * Makes sure that there is a gate, before the accepting transaction begins: within it, the second
   * connection this takes could be one that other waiting transactions hold.
   */
  void prepare(String tenantId) {
    if (caps.of(tenantId).isPresent() && !opened.containsKey(tenantId)) {
      if (opened.size() > CAPACITY) {
        opened.clear();
      }
      // One at a time per tenant: the others would only wait for the same row.
      opened.computeIfAbsent(tenantId, this::open);
    }
  }

  /** Until the end of the caller's transaction. */
  void lock(String tenantId) {
    if (!slots.lock(tenantId)) {
      open(tenantId);
      slots.lock(tenantId);
    }
  }

  private boolean open(String tenantId) {
    try {
      opening.open(tenantId);
    } catch (RuntimeException e) {
      opening.open(tenantId); // lost the race for it; now there is nothing to do but to see it
    }
    return true;
  }
}
