package dev.easel.domain.generation;

import java.time.Instant;
import java.util.Optional;

/**
 * What to list, newest first; absent parts do not filter.
 *
 * @param except all but those of this status
 * @param surface only what came in by this door
 * @param after cursor: the id of the last generation of the previous page
 * @param offset rows to skip, for clients that count pages
 */
public record GenerationQuery(
    Optional<GenerationStatus> status,
    Optional<GenerationStatus> except,
    Optional<String> model,
    Optional<String> requestId,
    Optional<Surface> surface,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> after,
    int offset,
    int limit) {

  /** The newest of all. */
  public static GenerationQuery newest(int limit) {
    Optional<String> any = Optional.empty();
    return new GenerationQuery(
        Optional.empty(),
        Optional.empty(),
        any,
        any,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        any,
        0,
        limit);
  }

  /** The newest of one status. */
  public static GenerationQuery of(GenerationStatus wanted, int limit) {
    GenerationQuery any = newest(limit);
    return new GenerationQuery(
        Optional.of(wanted),
        any.except,
        any.model,
        any.requestId,
        any.surface,
        any.from,
        any.until,
        any.after,
        0,
        limit);
  }

  /** The same, without those of this status. */
  public GenerationQuery except(GenerationStatus unwanted) {
    return new GenerationQuery(
        status,
        Optional.of(unwanted),
        model,
        requestId,
        surface,
        from,
        until,
        after,
        offset,
        limit);
  }

  /** The same, from after this generation on. */
  public GenerationQuery after(Optional<String> last) {
    return new GenerationQuery(
        status, except, model, requestId, surface, from, until, last, offset, limit);
  }
}
