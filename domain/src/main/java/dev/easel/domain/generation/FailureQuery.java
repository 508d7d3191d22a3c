package dev.easel.domain.generation;

import dev.easel.domain.shared.TimeKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which failures are wanted; what is empty is not asked about.
 *
 * @param nodeId one that made an attempt at it
 * @param after the last one of the page before, the latest first: when it failed, and its id
 */
public record FailureQuery(
    Optional<ErrorKind> kind,
    Optional<String> tenantId,
    Optional<String> modelId,
    Optional<String> nodeId,
    Optional<TimeKey> after) {

  /** What failed for no fault of whoever ordered it. */
  public static final Set<ErrorKind> OURS =
      Set.copyOf(
          EnumSet.complementOf(EnumSet.of(ErrorKind.CONTENT_REJECTED, ErrorKind.INVALID_IMAGE)));

  /** The kinds that are asked for; none if that one is not ours. */
  public Set<ErrorKind> kinds() {
    return kind.map(one -> OURS.contains(one) ? Set.of(one) : Set.<ErrorKind>of()).orElse(OURS);
  }
}
