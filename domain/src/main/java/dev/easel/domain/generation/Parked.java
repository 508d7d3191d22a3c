package dev.easel.domain.generation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A generation that may not start yet.
 *
 * @param lane the queue among its tenant's that it stands in
 * @param reason why, as a word for machines
 * @param operation what is to be done, as {@link Operation} names it
 * @param cost how much work it is; 1 is a usual image
 * @param avoids the node that lost it last, which others are preferred to
 * @param enteredAt since when it waits: when it was accepted, however often it is sent back
 * @param placedAt where it stands in its line: the same, until an operator moves it
 */
public record Parked(
    String generationId,
    String tenantId,
    String lane,
    String modelId,
    String reason,
    String operation,
    double cost,
    Optional<String> avoids,
    Instant enteredAt,
    Instant placedAt) {

  private static final double USUAL_PIXELS = 512.0 * 512;
  private static final double USUAL_STEPS = 20;

  private static final Comparator<Parked> ORDER =
      Comparator.comparing(Parked::placedAt).thenComparing(Parked::generationId);

  public static Parked of(Generation generation, String lane, String reason) {
    return new Parked(
        generation.id(),
        generation.tenantId(),
        lane,
        generation.modelId(),
        reason,
        generation.operation().name(),
        cost(generation),
        Optional.empty(),
        generation.createdAt(),
        generation.createdAt());
  }

  /** Pixels by steps by images, beside a usual image of 512 by 512 in 20 steps. */
  private static double cost(Generation generation) {
    double pixels = (double) generation.size().width() * generation.size().height();
    return pixels / USUAL_PIXELS * generation.steps() / USUAL_STEPS * generation.count();
  }

  public Parked avoiding(Optional<String> nodeId) {
    return new Parked(
        generationId,
        tenantId,
        lane,
        modelId,
        reason,
        operation,
        cost,
        nodeId,
        enteredAt,
        placedAt);
  }

  /** The same at another place of its line. */
  public Parked at(Instant place) {
    return new Parked(
        generationId, tenantId, lane, modelId, reason, operation, cost, avoids, enteredAt, place);
  }

  /** Whether its turn comes first, both being in one lane. */
  public boolean isBefore(Parked other) {
    return ORDER.compare(this, other) < 0;
  }
}
