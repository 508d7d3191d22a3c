package dev.easel.domain.generation;

import java.util.Set;

/**
 * Which generations of a tenant with a cap run, or were called to run. All of it takes part in the
 * caller's transaction.
 */
public interface TenantSlots {

  /** Makes the row that {@link #lock} locks. Another transaction that does so at once fails. */
  void open(String tenantId);

  /**
   * Keeps everybody else from taking slots of the tenant until the transaction ends.
   *
   * @return false if there is no row to lock
   */
  boolean lock(String tenantId);

  /** Ids of the generations that hold a slot. */
  Set<String> holders(String tenantId);

  void take(String tenantId, String generationId);

  /** Gives the slot back, if it holds one. */
  void free(String generationId);

  /** Gives back the slots of generations that have ended, which is done when they end. */
  int freeEnded();
}
