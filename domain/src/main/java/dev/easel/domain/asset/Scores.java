package dev.easel.domain.asset;

/**
 * What measurements say of an image; null where nothing measured it.
 *
 * @param nsfw 0-1, the share of the classifier's certainty on pornographic classes
 * @param brisque the blind image quality measure BRISQUE: 0 is best, 100 worst
 */
public record Scores(Double nsfw, Double brisque) {

  public static final Scores NONE = new Scores(null, null);
}
