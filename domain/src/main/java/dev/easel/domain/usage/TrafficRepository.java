package dev.easel.domain.usage;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How fast requests were served, and who makes them. */
public interface TrafficRepository {

  /**
   * How long delivered requests took, earliest first, then by group; nothing where nothing was
   * delivered. The query's filters and money do not count.
   */
  List<LatencyRow> latency(UsageQuery query);

  /**
   * Keys of all tenants that asked for one of the models since then, the busiest first; a key is
   * there once for each model it asked for.
   */
  List<ModelUse> uses(Set<String> modelIds, Instant since, int limit);
}
