package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a node may take. The clock of a job starts when the node was seen rendering it, not when
 * it stood in the node's queue, and anew whenever it gets on: a slow node is slow and not stuck.
 * But no job is waited for longer than an hour and a half.
 */
@ApplicationScoped
class JobDeadline {

  private static final Duration LONGEST = Duration.ofMinutes(90);
  private static final double PIXELS = 512.0 * 512;
  private static final double SECONDS_PER_STEP = 2;

  /** Larger models than the one this is reckoned for, on slower cards. */
  private static final double SLACK = 3;

  /** A fifth of the shortest is for loading what others had unloaded. */
  private static final double STARTING = 0.2;

  /** What every job is given. */
  @Inject
  @ConfigProperty(name = "easel.nodes.patience", defaultValue = "PT2M30S")
  Duration shortest;

  /**
   * @param progressed when it last got on, as far as this server has seen
   */
  boolean passed(OpenJob job, Instant progressed, Instant now) {
    return now.isAfter(job.attempt().startedAt().plus(LONGEST))
        || job.attempt()
            .renderingSince()
            .map(since -> since.isAfter(progressed) ? since : progressed)
            .filter(last -> now.isAfter(last.plus(allowed(job.generation()))))
            .isPresent();
  }

  Duration allowed(Generation generation) {
    double pixels = (double) generation.size().width() * generation.size().height();
    double work = generation.steps() * SECONDS_PER_STEP * pixels / PIXELS * generation.count();
    Duration reckoned =
        Duration.ofSeconds(Math.round(STARTING * shortest.toSeconds() + work * SLACK));
    return reckoned.compareTo(shortest) < 0 ? shortest : reckoned;
  }
}
