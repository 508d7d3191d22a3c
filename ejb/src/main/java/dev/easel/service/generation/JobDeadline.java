package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a node may take. The clock of a job starts when the node was seen rendering it, not when
 * it stood in the node's queue, and anew whenever it gets on: a slow node is slow and not stuck.
 * But no job is waited for longer than an hour and a half.
 */
final class JobDeadline {

  private static final Duration LONGEST = Duration.ofMinutes(90);
  private static final Duration SHORTEST = Duration.ofSeconds(150);
  private static final double PIXELS = 512.0 * 512;
  private static final double SECONDS_PER_STEP = 2;
  private static final double STARTING = 30;

  /** Larger models than the one this is reckoned for, on slower cards. */
  private static final double SLACK = 3;

  private JobDeadline() {}

  /**
   * @param progressed when it last got on, as far as this server has seen
   */
  static boolean passed(OpenJob job, Instant progressed, Instant now) {
    return now.isAfter(job.attempt().startedAt().plus(LONGEST))
        || job.attempt()
            .renderingSince()
            .map(since -> since.isAfter(progressed) ? since : progressed)
            .filter(last -> now.isAfter(last.plus(allowed(job.generation()))))
            .isPresent();
  }

  static Duration allowed(Generation generation) {
    double pixels = (double) generation.size().width() * generation.size().height();
    double work = generation.steps() * SECONDS_PER_STEP * pixels / PIXELS * generation.count();
    Duration reckoned = Duration.ofSeconds(Math.round(STARTING + work * SLACK));
    return reckoned.compareTo(SHORTEST) < 0 ? SHORTEST : reckoned;
  }
}
