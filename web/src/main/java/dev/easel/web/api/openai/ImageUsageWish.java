package dev.easel.web.api.openai;

import dev.easel.domain.usage.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One page of buckets. They end at full minutes, hours or days, UTC; the first begins where it is
 * asked to, and the last ends there, so that pages and periods add up.
 *
 * @param from beginning of the first bucket
 * @param end of the whole period, exclusive
 * @param width of a whole bucket
 * @param limit buckets on the page
 * @param groups as they were named
 * @param only values to look at
 * @param projects the only ones to look at, if not all
 */
record ImageUsageWish(
    Instant from,
    Instant end,
    Duration width,
    int limit,
    Set<String> groups,
    Map<Dimension, Set<String>> only,
    Optional<Set<String>> projects) {

  /** A stretch of time; the end is exclusive. */
  record Bucket(Instant start, Instant end) {}

  List<Bucket> buckets() {
    List<Bucket> buckets = new ArrayList<>();
    Instant start = from;
    while (start.isBefore(end) && buckets.size() < limit) {
      Instant next = boundary(start).plus(width);
      Instant stop = next.isBefore(end) ? next : end;
      buckets.add(new Bucket(start, stop));
      start = stop;
    }
    return buckets;
  }

  /** Start of the full minute, hour or day that a time is in. */
  Instant boundary(Instant time) {
    long seconds = width.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  Set<Dimension> dimensions() {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    ImageUsageParameters.DIMENSIONS.forEach(
        (name, dimension) -> {
          if (groups.contains(name)) {
            dimensions.add(dimension);
          }
        });
    return dimensions;
  }
}
