package dev.easel.domain.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where generations wait that may not start yet. They are not in the queue meanwhile; whoever calls
 * one puts it back there. Entering and leaving take part in the caller's transaction.
 */
public interface WaitingRoom {

  /** Lets it wait; one that waits already keeps its place. */
  void enter(Parked parked);

  /** Lets it go, if it is there. */
  void leave(String generationId);

  Optional<Parked> find(String generationId);

  /** Whether nothing of the tenant waits. */
  boolean isEmpty(String tenantId);

  /** Those whose turn is next, the first one first. */
  List<Parked> first(String tenantId, String lane, int most);

  /** How many of its tenant and lane are before it, counted up to {@code most}. */
  int ahead(Parked parked, int most);

  /** Tenants of whom something waits. */
  default List<String> tenants() {
    List<String> all = new ArrayList<>();
    Optional<String> next = tenantAfter("");
    while (next.isPresent()) {
      all.add(next.get());
      next = tenantAfter(next.get());
    }
    return all;
  }

  /** The tenant of whom something waits that comes next after one, by id. */
  Optional<String> tenantAfter(String tenantId);
}
