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
  private Gauge content;
  private Gauge grain;

  @PostConstruct
  void start() {
    content = new Gauge(picture -> contents.score(picture).nsfw(), background.aside());
    grain = new Gauge(picture -> quality.brisque(picture), background.aside());
  }

  @Override
  public void expectImages() {
    if (enabled && !isProven() && headroom.isEnough()) {
      content.warmUp(trial());
      grain.warmUp(trial());
    }
  }

  @Override
  public Measurement of(BufferedImage image) {
    if (!enabled) {
      return Measurement.missing(Gap.OFF);
    }
    if (!isProven() && !headroom.isEnough()) {
      return Measurement.missing(Gap.MEMORY);
    }
    long end = System.nanoTime() + patience.toNanos();
    Reading nsfw = new Reading(content, Extract.whole(image), end);
    Optional<Reading> brisque =
        Extract.middle(image).map(middle -> new Reading(grain, middle, end));
    Scores scores = new Scores(nsfw.value(), brisque.map(Reading::value).orElse(null));
    Gap gap = brisque.map(reading -> reading.gap).orElse(Gap.NONE);
    return new Measurement(scores, nsfw.gap == Gap.NONE ? gap : nsfw.gap);
  }

  private boolean isProven() {
    return content.isProven() && grain.isProven();
  }

  private static BufferedImage trial() {
    return new BufferedImage(TRIAL_EDGE, TRIAL_EDGE, BufferedImage.TYPE_INT_RGB);
  }

  /** One measurement under way. */
  private final class Reading {
    private final long end;
    private Future<Double> future;
    private Gap gap = Gap.NONE;

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
