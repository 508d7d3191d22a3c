package dev.easel.service.editing;

import dev.easel.domain.asset.Scores;
import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.QualityMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Measures with what the server has; what cannot be measured here is left open, and said once. */
@ApplicationScoped
class MeasuredScores implements Scoring {

  private static final Logger LOG = Logger.getLogger(MeasuredScores.class.getName());
  private static final int LEAST_EDGE = 16;

  /** Quality is a mean over the picture: more pixels than this only take longer. */
  private static final int MOST_EDGE = 768;

  @Inject ContentScorer contents;
  @Inject QualityMeter quality;

  @Inject
  @ConfigProperty(name = "easel.scoring.enabled", defaultValue = "false")
  boolean enabled;

  private final AtomicBoolean told = new AtomicBoolean();

  @Override
  public Scores of(BufferedImage image) {
    if (!enabled) {
      return Scores.NONE;
    }
    return new Scores(
        measured(image, picture -> contents.score(picture).nsfw()),
        large(image) ? measured(fitting(image), quality::brisque) : null);
  }

  private static boolean large(BufferedImage image) {
    return Math.min(image.getWidth(), image.getHeight()) >= LEAST_EDGE;
  }

  private static BufferedImage fitting(BufferedImage image) {
    int width = Math.min(MOST_EDGE, image.getWidth());
    int height = Math.min(MOST_EDGE, image.getHeight());
    return image.getSubimage(
        (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
  }

  private Double measured(BufferedImage image, ToDoubleFunction<BufferedImage> measure) {
    try {
      return Math.round(measure.applyAsDouble(image) * 10_000) / 10_000.0;
    } catch (RuntimeException | LinkageError e) {
      // A library that cannot be loaded, here or in the moment of a stop, costs a number and no
      // image.
      if (!told.getAndSet(true)) {
        LOG.log(Level.WARNING, e, () -> "Images are delivered without scores");
      }
      return null;
    }
  }
}
