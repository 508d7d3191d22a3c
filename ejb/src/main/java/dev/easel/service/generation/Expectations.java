package dev.easel.service.generation;

import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.service.dispatch.HaltWatch;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.identity.Shares;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a generation is likely to be done: what such ones took, as often as those before it need a
 * turn. Nothing is told of what was never measured, is held back, or has no node that would take
 * it.
 */
@ApplicationScoped
public class Expectations {

  private static final Duration MEMORY = Duration.ofSeconds(2);

  @Inject Timings timings;
  @Inject NodeFleet fleet;
  @Inject WaitingRoom room;
  @Inject Shares shares;
  @Inject HaltWatch halts;
  @Inject Clock clock;

  private final Remembered<String, List<String>> tenants =
      new Remembered<>(() -> clock.millis(), MEMORY);

  private final Remembered<String, Integer> places = new Remembered<>(() -> clock.millis(), MEMORY);

  Optional<Eta> of(Generation waiting, int ahead) {
    long pixels = (long) waiting.size().width() * waiting.size().height() * waiting.count();
    return of(waiting.tenantId(), waiting.modelId(), waiting.operation(), pixels, ahead);
  }

  Optional<Eta> of(String tenantId, Order order, int ahead) {
    long pixels = (long) order.size().width() * order.size().height() * order.count();
    return of(tenantId, order.modelId(), order.operation(), pixels, ahead);
  }

  private Optional<Eta> of(
      String tenantId, String modelId, Operation operation, long pixels, int ahead) {
    if (halts.now().stops(Lane.INTERACTIVE, tenantId, modelId)) {
      return Optional.empty();
    }
    Optional<Eta> alone = timings.rendering(modelId, operation, pixels);
    if (alone.isEmpty()) {
      return alone;
    }
    double atOnce =
        fleet.isForNodes(modelId, operation)
            ? places(modelId, operation) * (ahead == 0 ? 1 : share(tenantId))
            : Math.max(1, Runtime.getRuntime().availableProcessors());
    return atOnce > 0 ? alone.map(eta -> eta.after(ahead, atOnce)) : Optional.empty();
  }

  private int places(String modelId, Operation operation) {
    return places.get(modelId + " " + operation, () -> counted(modelId, operation));
  }

  private int counted(String modelId, Operation operation) {
    return fleet.places().stream()
        .filter(place -> fleet.route(place.nodeId(), modelId, operation).isPresent())
        .mapToInt(NodeFleet.Place::slots)
        .sum();
  }

  /** The part of the turns that its tenant gets beside others of whom something waits. */
  private double share(String tenantId) {
    double own = shares.weight(tenantId);
    double others =
        tenants.get("", room::tenants).stream()
            .filter(other -> !other.equals(tenantId))
            .mapToDouble(shares::weight)
            .sum();
    return own / (own + others);
  }
}
