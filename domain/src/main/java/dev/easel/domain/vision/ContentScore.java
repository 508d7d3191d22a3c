package dev.easel.domain.vision;

/**
 * How a picture divides between five kinds of content. The parts add up to 1.
 *
 * @param drawing harmless drawings
 * @param hentai pornographic drawings
 * @param neutral harmless photographs
 * @param porn pornographic photographs
 * @param sexy suggestive photographs; not counted as unsafe
 */
public record ContentScore(
    double drawing, double hentai, double neutral, double porn, double sexy) {

  /** How likely the picture is not safe for work, 0 to 1. */
  public double nsfw() {
    return Math.min(1, porn + hentai);
  }
}
