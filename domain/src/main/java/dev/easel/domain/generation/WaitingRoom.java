package dev.easel.domain.generation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  default List<Parked> first(String tenantId, String lane, int most) {
    return first(tenantId, lane, most, Set.of());
  }

  /**
   * The same, passing over some.
   *
   * @param without models that are passed over
   */
  List<Parked> first(String tenantId, String lane, int most, Set<String> without);

  /** Those of all tenants that an operator expedited, in the order that was said. */
  List<Parked> expedited(int most);

  /** Those of a lane that wait since before then, the longest first. */
  List<Parked> since(String lane, Instant before, int most);

  /** Moves one within its line, if it waits. */
  void place(String generationId, Instant place);

  /** How many of its tenant and lane are before it, counted up to {@code most}. */
  int ahead(Parked parked, int most);

  /** How many of a tenant wait in a lane, counted up to {@code most}. */
  int length(String tenantId, String lane, int most);

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
