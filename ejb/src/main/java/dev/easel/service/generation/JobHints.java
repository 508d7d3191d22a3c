package dev.easel.service.generation;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.service.background.BackgroundThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What nodes tell this server about the jobs it looks after, passed on to watchers; and how the
 * looks at each job went. All of it may be lost: a look at the node says what is true.
 */
@ApplicationScoped
class JobHints {

  private static final double STEP = 0.01;
  private static final Duration SOON = Duration.ofMillis(100);
  private static final int MOST_TRIES = 10;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Longer than any job is waited for. */
  private static final Duration LONGEST = Duration.ofHours(2);

  @Inject GenerationEvents events;
  @Inject GenerationQueue queue;
  @Inject BackgroundThreads background;
  @Inject Clock clock;

  /** Another server may look after it to its end, and nobody tells this one. */
  private final Map<String, Hints> open =
      Caffeine.newBuilder()
          .expireAfterAccess(LONGEST)
          .ticker(() -> clock.millis() * NANOS_PER_MILLI)
          .executor(Runnable::run)
          .<String, Hints>evictionListener((id, hints, cause) -> hints.close())
          .build()
          .asMap();

  /** Listens to the job, unless this server does so already. */
  void listen(OpenJob job, JobProvider provider, NodeTarget node) {
    open.compute(
        job.id(),
        (id, known) -> {
          if (known != null && known.jobId.equals(job.jobId())) {
            return known;
          }
          if (known != null) {
            known.close();
          }
          Hints hints = new Hints(job, clock.instant());
          hints.watch = provider.listen(node, job.jobId(), job.generation().previews() > 0, hints);
          return hints;
        });
  }

  void forget(String generationId) {
    Hints hints = open.remove(generationId);
    if (hints != null) {
      hints.close();
    }
  }

  /** Whatever was heard of the job up to now, the look that begins takes it in. */
  void looking(String generationId) {
    Hints hints = open.get(generationId);
    if (hints != null) {
      hints.news = false;
    }
  }

  /** Whether there was news since the last look began. */
  boolean news(String generationId) {
    Hints hints = open.get(generationId);
    return hints != null && hints.news;
  }

  /** A look that was answered. */
  void answered(String generationId) {
    Hints hints = open.get(generationId);
    if (hints != null) {
      hints.answeredAt = clock.instant();
      hints.failedLooks = 0;
    }
  }

  /** A look that was not answered: since when there was no answer, and to how many looks. */
  Silence silent(String generationId) {
    Hints hints = open.get(generationId);
    if (hints == null) {
      return new Silence(Duration.ZERO, 1);
    }
    hints.failedLooks++;
    return new Silence(Duration.between(hints.answeredAt, clock.instant()), hints.failedLooks);
  }

  /** When the job last got on; the epoch if it has not been seen to. */
  Instant progressedAt(String generationId) {
    Hints hints = open.get(generationId);
    return hints == null ? Instant.EPOCH : hints.progressedAt;
  }

  void progress(String generationId, double fraction) {
    Hints hints = open.get(generationId);
    if (hints != null) {
      hints.progress(fraction);
    }
  }

  /**
   * @param looks in a row
   */
  record Silence(Duration since, int looks) {}

  private final class Hints implements JobListener {
    private final String generationId;
    private final String jobId;
    private final Map<Integer, Integer> previews = new HashMap<>();
    private final int wanted;
    private JobWatch watch;
    private volatile Instant answeredAt;
    private volatile int failedLooks;
    private volatile boolean news;
    private volatile Instant progressedAt = Instant.EPOCH;
    private double told;

    private Hints(OpenJob job, Instant now) {
      this.generationId = job.id();
      this.jobId = job.jobId();
      this.wanted = job.generation().previews();
      this.answeredAt = now;
    }

    @Override
    public synchronized void progress(double fraction) {
      if (fraction - told >= STEP) {
        told = fraction;
        progressedAt = clock.instant();
        events.publish(
            GenerationEvent.plain(GenerationEvent.Type.PROGRESS, generationId, fraction));
      }
    }

    /** Nodes show every step, and the first are noise: those wanted are spread over the whole. */
    @Override
    public synchronized void preview(int index, BufferedImage partial) {
      int due = Math.min(wanted, (int) (told * (wanted + 1)));
      int number = previews.getOrDefault(index, 0);
      if (number < due) {
        previews.put(index, number + 1);
        events.publish(GenerationEvent.preview(generationId, told, index, number, partial));
      }
    }

    /** Comes on a thread of the connection, which belongs to no container. */
    @Override
    public void look() {
      news = true;
      background.workers().execute(() -> hasten(MOST_TRIES));
    }

    /** While the job is being looked at it cannot be hastened, and the look may miss the news. */
    private void hasten(int tries) {
      if (news && open.get(generationId) == this && !queue.hasten(generationId) && tries > 1) {
        CompletableFuture.delayedExecutor(
                SOON.toMillis(), TimeUnit.MILLISECONDS, background.workers())
            .execute(() -> hasten(tries - 1));
      }
    }

    private void close() {
      if (watch != null) {
        watch.close();
      }
    }
  }
}
