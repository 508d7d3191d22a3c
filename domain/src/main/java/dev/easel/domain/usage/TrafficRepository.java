package dev.easel.domain.usage;

import java.time.Instant;
import java.util.List;

/** How fast requests were served, and who makes them. */
public interface TrafficRepository {

  /**
   * How long delivered requests took, earliest first, then by group; nothing where nothing was
   * delivered. The query's filters and money do not count.
   */
  List<LatencyRow> latency(UsageQuery query);

  /** Keys of all tenants that asked for a model since then, the busiest first. */
  List<ModelUse> uses(String modelId, Instant since, int limit);
}
