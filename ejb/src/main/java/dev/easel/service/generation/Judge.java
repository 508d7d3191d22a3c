package dev.easel.service.generation;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.Scores;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.service.editing.Scoring;

/**
 * Measures images and says which are withheld.
 *
 * @param withholdFrom the score from which on whoever filters is not given it
 */
record Judge(Scoring scoring, double withholdFrom) {

  Scores scores(RenderedImage image) {
    return image.role() == ImageRole.RESULT ? scoring.of(image.pixels()) : Scores.NONE;
  }

  boolean withholds(Generation generation, Scores scores) {
    return generation.nsfwFilter() && scores.nsfw() != null && scores.nsfw() >= withholdFrom;
  }
}
