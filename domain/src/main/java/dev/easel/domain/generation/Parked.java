package dev.easel.domain.generation;

import java.time.Instant;
import java.util.Comparator;

/**
 * A generation that may not start yet.
 *
 * @param lane the queue among its tenant's that it stands in
 * @param reason why, as a word for machines
 * @param enteredAt since when it waits: when it was accepted, however often it is sent back
 */
public record Parked(
    String generationId,
    String tenantId,
    String lane,
    String modelId,
    String reason,
    Instant enteredAt) {

  private static final Comparator<Parked> ORDER =
      Comparator.comparing(Parked::enteredAt).thenComparing(Parked::generationId);

  public static Parked of(Generation generation, String lane, String reason) {
    return new Parked(
        generation.id(),
        generation.tenantId(),
        lane,
        generation.modelId(),
        reason,
        generation.createdAt());
  }

  /** Whether its turn comes first, both being in one lane. */
  public boolean isBefore(Parked other) {
    return ORDER.compare(this, other) < 0;
  }
}
