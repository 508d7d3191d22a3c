package dev.easel.domain.generation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which failures are wanted; what is empty is not asked about.
 *
 * @param nodeId one that made an attempt at it
 * @param after the last one of the page before
 */
public record FailureQuery(
    Optional<ErrorKind> kind,
    Optional<String> tenantId,
    Optional<String> modelId,
    Optional<String> nodeId,
    Optional<Key> after) {

  /** What failed for no fault of whoever ordered it. */
  public static final Set<ErrorKind> OURS =
      Set.copyOf(
          EnumSet.complementOf(EnumSet.of(ErrorKind.CONTENT_REJECTED, ErrorKind.INVALID_IMAGE)));

  /** What the list is ordered by, the latest first: when it failed, then the id. */
  public record Key(Instant failedAt, String generationId) {}

  /** The kinds that are asked for; none if that one is not ours. */
  public Set<ErrorKind> kinds() {
    return kind.map(one -> OURS.contains(one) ? Set.of(one) : Set.<ErrorKind>of()).orElse(OURS);
  }
}
