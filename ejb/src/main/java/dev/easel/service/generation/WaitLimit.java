package dev.easel.service.generation;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.service.dispatch.Handover;
import dev.easel.service.dispatch.NodeFleet;
import dev.easel.service.dispatch.NodeLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fails what has waited long for nodes none of which can do it, so that nobody's credits are held
 * for ever for a model whose last node or workflow was taken away.
 */
@ApplicationScoped
public class WaitLimit implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(WaitLimit.class.getName());
  private static final int AT_ONCE = 500;

  @Inject WaitingRoom room;
  @Inject NodeFleet fleet;
  @Inject GenerationSteps steps;
  @Inject GenerationEvents events;
  @Inject Handover handover;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.nodes.wait-limit", defaultValue = "PT24H")
  Duration limit;

  @Override
  public String name() {
    return "wait-limit";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    int places = handover.sweep();
    if (places > 0) {
      LOG.warning(() -> places + " places on nodes were held by generations that had ended");
    }
    NodeLine.lines().stream()
        .flatMap(line -> room.since(line, clock.instant().minus(limit), AT_ONCE).stream())
        .filter(this::isHopeless)
        .forEach(this::giveUp);
  }

  private boolean isHopeless(Parked parked) {
    return fleet.obstacle(parked.modelId(), Operation.valueOf(parked.operation())).isPresent();
  }

  private void giveUp(Parked parked) {
    String reason = "No node could do it for " + limit.toHours() + " hours";
    if (steps.giveUp(parked.generationId(), ErrorKind.MODEL_UNAVAILABLE, reason)) {
      events.publish(GenerationEvent.plain(GenerationEvent.Type.FAILED, parked.generationId(), 0));
    }
  }
}
