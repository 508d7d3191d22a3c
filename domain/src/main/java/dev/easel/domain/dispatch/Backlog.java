package dev.easel.domain.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What waits, as the scheduler looks at it. */
public interface Backlog {

  /** Tenants of whom something waits in the lane. */
  Collection<String> tenants(Lane lane);

  /**
   * The first ones in a tenant's line, at most {@code most}.
   *
   * @param without models that are passed over
   */
  List<Waiting> first(Lane lane, String tenantId, int most, Set<String> without);

  /** What an operator lets go before all others in the lane, in the order it was said. */
  default List<Waiting> expedited(Lane lane) {
    return List.of();
  }

  /** Whether one more of the tenant's generations may run now. */
  boolean mayRun(String tenantId);

  /** The tenant's share compared with others, more than 0. */
  double weight(String tenantId);
}
