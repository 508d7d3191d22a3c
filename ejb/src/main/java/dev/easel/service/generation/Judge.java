package dev.easel.service.generation;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.Scores;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import dev.easel.service.editing.Measurement;
import dev.easel.service.editing.Measurement.Gap;
import dev.easel.service.editing.Scoring;
import java.util.Optional;

/**
 * Measures images and says which are withheld.
 *
 * @param withholdFrom the score from which on whoever filters is not given it
 */
record Judge(Scoring scoring, double withholdFrom) {

  Measurement measure(RenderedImage image) {
    return image.role() == ImageRole.RESULT
        ? scoring.of(image.pixels())
        : Measurement.of(Scores.NONE);
  }

  boolean withholds(Generation generation, Scores scores) {
    return generation.nsfwFilter() && scores.nsfw() != null && scores.nsfw() >= withholdFrom;
  }

  /** What is to be said of an image that could not be measured as a whole. */
  Optional<Remark> remark(Generation generation, Measurement measured) {
    String why = measured.gap().words();
    if (measured.gap() == Gap.NONE) {
      return Optional.empty();
    }
    if (generation.nsfwFilter() && measured.scores().nsfw() == null) {
      return Optional.of(
          new Remark("nsfw_filter_skipped", "The nsfw filter did not see every image: " + why));
    }
    return measured.gap() == Gap.LATE || measured.gap() == Gap.LOADING
        ? Optional.of(new Remark("not_measured", "Some scores are missing: " + why))
        : Optional.empty();
  }
}
