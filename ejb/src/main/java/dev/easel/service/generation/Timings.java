package dev.easel.service.generation;

import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationRepository.ModelTiming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Measured times per model over the last 24 hours, read anew once a minute. */
@ApplicationScoped
public class Timings {

  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Inject GenerationRepository generations;
  @Inject Clock clock;

  private volatile Map<String, ModelTiming> byModel = Map.of();
  private volatile Instant readAt = Instant.EPOCH;

  /** Empty if the model completed nothing within the window. */
  public Optional<ModelTiming> of(String modelId) {
    Instant now = clock.instant();
    if (readAt.plus(FRESH).isBefore(now)) {
      readAt = now;
      Map<String, ModelTiming> fresh = new HashMap<>();
      generations.timings(now.minus(WINDOW)).forEach(t -> fresh.put(t.modelId(), t));
      byModel = Map.copyOf(fresh);
    }
    return Optional.ofNullable(byModel.get(modelId));
  }

  /** Seconds until a generation with {@code ahead} before it is done; empty without data. */
  Optional<Integer> eta(String modelId, int ahead) {
    int lanes = Math.max(1, Runtime.getRuntime().availableProcessors());
    return of(modelId).map(t -> (int) Math.ceil(t.rendering() * (1 + (double) ahead / lanes)));
  }
}
