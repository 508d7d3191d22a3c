package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.service.health.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts every generation that ends on this server, after its end is committed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GenerationMeters {

  private static final Logger LOG = Logger.getLogger(GenerationMeters.class.getName());

  @Inject GenerationEvents events;
  @Inject StoredStates stored;
  @Inject RunningRenders running;
  @Inject Meters meters;

  @PostConstruct
  void start() {
    meters.gauge("easel_renders_running", "Renders under way on this server", running::count);
    events.count(this::ended);
  }

  private void ended(GenerationEvent event) {
    try {
      stored.find(event.generationId()).ifPresent(this::count);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Not counted: " + event.generationId());
    }
  }

  private void count(Generation generation) {
    meters.generationEnded(
        generation.status().wire(),
        generation.modelId(),
        generation.surface().name().toLowerCase(Locale.ROOT));
    generation
        .startedAt()
        .ifPresent(start -> meters.waited(Duration.between(generation.createdAt(), start)));
    if (generation.status() == GenerationStatus.COMPLETED) {
      Duration render =
          Duration.between(
              generation.startedAt().orElse(generation.createdAt()),
              generation.completedAt().orElseThrow());
      meters.delivered(generation.modelId(), generation.delivered(), generation.captured(), render);
    }
  }
}
