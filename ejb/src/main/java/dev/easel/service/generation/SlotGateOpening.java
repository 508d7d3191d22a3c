package dev.easel.service.generation;

import dev.easel.domain.generation.TenantSlots;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The transaction that makes the row by which a tenant's slots are locked. */
@Stateless
public class SlotGateOpening {

  @Inject TenantSlots slots;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void open(String tenantId) {
    slots.open(tenantId);
  }
}
