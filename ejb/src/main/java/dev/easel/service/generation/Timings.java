package dev.easel.service.generation;

import static java.util.stream.Collectors.groupingBy;

import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationRepository.RenderTime;
import dev.easel.domain.generation.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was measured over the last 24 hours, read anew once a minute. */
@ApplicationScoped
public class Timings {

  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Inject GenerationRepository generations;
  @Inject Clock clock;

  private volatile Map<String, List<RenderTime>> byModel = Map.of();
  private volatile Instant readAt = Instant.EPOCH;

  /**
   * Means of one model.
   *
   * @param waiting seconds
   * @param rendering seconds
   */
  public record Means(double waiting, double rendering) {}

  /** Empty if the model completed nothing within the window. */
  public Optional<Means> of(String modelId) {
    List<RenderTime> measured = measured(modelId);
    return measured.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Means(mean(measured, RenderTime::waiting), mean(measured, RenderTime::rendering)));
  }

  /**
   * How long such a generation takes once it has begun: from those of its size, or of any size if
   * there are none; empty if that was never done within the window.
   *
   * @param pixels of all its images together
   */
  Optional<Eta> rendering(String modelId, Operation operation, long pixels) {
    List<RenderTime> same =
        measured(modelId).stream().filter(time -> time.operation() == operation).toList();
    List<RenderTime> alike =
        same.stream().filter(time -> size(time.pixels()) == size(pixels)).toList();
    return Eta.measured(
        (alike.isEmpty() ? same : alike).stream().map(RenderTime::rendering).toList());
  }

  private List<RenderTime> measured(String modelId) {
    Instant now = clock.instant();
    if (readAt.plus(FRESH).isBefore(now)) {
      readAt = now;
      byModel =
          generations.renderTimes(now.minus(WINDOW)).stream()
              .collect(groupingBy(RenderTime::modelId));
    }
    return byModel.getOrDefault(modelId, List.of());
  }

  /** Sizes of one class differ by less than four times. */
  private static int size(long pixels) {
    return (63 - Long.numberOfLeadingZeros(Math.max(1, pixels))) / 2;
  }

  private static double mean(List<RenderTime> rows, ToDoubleFunction<RenderTime> part) {
    return rows.stream().mapToDouble(part).average().orElse(0);
  }
}
