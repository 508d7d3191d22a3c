package dev.easel.service.editing;

import dev.easel.domain.asset.Scores;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.Headroom;
import dev.easel.domain.vision.QualityMeter;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.editing.Measurement.Gap;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Measures with what the server has. What cannot be measured here, or not in time, is left open: an
 * image is worth more than its scores.
 */
@ApplicationScoped
class MeasuredScores implements Scoring {

  private static final Logger LOG = Logger.getLogger(MeasuredScores.class.getName());
  private static final int TRIAL_EDGE = 64;
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** How many times as long as nobody's waiting is waited for, at most. */
  private static final int MOST_WAITS = 10;

  @Inject ContentScorer contents;
  @Inject QualityMeter quality;
  @Inject Headroom headroom;
  @Inject BackgroundThreads background;

  @Inject
  @ConfigProperty(name = "easel.scoring.enabled", defaultValue = "true")
  boolean enabled;

  /** What measuring may add to the time an image takes. */
  @Inject
  @ConfigProperty(name = "easel.scoring.patience", defaultValue = "PT2S")
  Duration patience;

  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicLong first = new AtomicLong();
  private volatile long last;
  private volatile boolean warmed;
  Duration idle = Duration.ofSeconds(3);
  private Gauge content;
  private Gauge grain;

  @PostConstruct
  void start() {
    content = new Gauge(picture -> contents.score(picture).nsfw(), background.aside());
    grain = new Gauge(picture -> quality.brisque(picture), background.aside());
    if (enabled) {
      background.every(LOOK, this::warmUpWhenIdle);
    }
  }

  @Override
  public void expectImages() {
    long now = System.nanoTime();
    first.compareAndSet(0, now);
    last = now;
    if (enabled && !content.isProven() && headroom.isEnough()) {
      content.warmUp(trial());
    }
  }

  /**
   * BRISQUE comes with libraries of 130 MB, which are unpacked first: for as long, every commit on
   * the same disk is slow. So it waits until nobody does, if that comes soon.
   */
  void warmUpWhenIdle() {
    long now = System.nanoTime();
    boolean due = now - last > idle.toNanos() || now - first.get() > MOST_WAITS * idle.toNanos();
    if (first.get() != 0 && !warmed && due && headroom.isEnough()) {
      warmed = true;
      grain.warmUp(trial());
    }
  }

  @Override
  public Measurement of(BufferedImage image) {
    if (!enabled) {
      return Measurement.missing(Gap.OFF);
    }
    last = System.nanoTime();
    if (!content.isProven() && !headroom.isEnough()) {
      return Measurement.missing(Gap.MEMORY);
    }
    long end = last + patience.toNanos();
    Reading nsfw = new Reading(content, Extract.whole(image), end);
    Optional<Reading> brisque = Extract.middle(image).map(middle -> quality(middle, end));
    Scores scores = new Scores(nsfw.value(), brisque.map(Reading::value).orElse(null));
    Gap gap = brisque.map(reading -> reading.gap).orElse(Gap.NONE);
    return new Measurement(scores, nsfw.gap == Gap.NONE ? gap : nsfw.gap);
  }

  private Reading quality(BufferedImage middle, long end) {
    return grain.isTried() ? new Reading(grain, middle, end) : new Reading(missing());
  }

  private Gap missing() {
    return warmed || headroom.isEnough() ? Gap.LOADING : Gap.MEMORY;
  }

  private static BufferedImage trial() {
    return new BufferedImage(TRIAL_EDGE, TRIAL_EDGE, BufferedImage.TYPE_INT_RGB);
  }

  /** One measurement under way. */
  private final class Reading {
    private final long end;
    private Future<Double> future;
    private Gap gap = Gap.NONE;

    Reading(Gap gap) {
      this.end = 0;
      this.gap = gap;
    }

    Reading(Gauge gauge, BufferedImage image, long end) {
      this.end = end;
      try {
        future = gauge.begin(image, end, patience).orElse(null);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        gap = failed(e);
      }
    }

    /** Null if there is none; the gap then says why. */
    Double value() {
      if (future == null) {
        gap = gap == Gap.NONE ? Gap.LATE : gap;
        return null;
      }
      try {
        double value = future.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        return Math.round(value * 10_000) / 10_000.0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        gap = Gap.LATE;
      } catch (TimeoutException e) {
        future.cancel(false);
        gap = Gap.LATE;
      } catch (ExecutionException e) {
        gap = failed(e.getCause());
      }
      return null;
    }
  }

  /** A library that cannot be loaded, here or in the moment of a stop, costs a number only. */
  private Gap failed(Throwable cause) {
    if (cause instanceof FailureException refusal
        && refusal.code() == FailureCode.MODEL_NOT_CONFIGURED) {
      return Gap.OFF;
    }
    if (!told.getAndSet(true)) {
      LOG.log(Level.WARNING, cause, () -> "Images are delivered without scores");
    }
    return Gap.UNAVAILABLE;
  }
}
