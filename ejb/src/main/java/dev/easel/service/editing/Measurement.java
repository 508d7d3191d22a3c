package dev.easel.service.editing;

import dev.easel.domain.asset.Scores;

/**
 * What measuring an image brought about.
 *
 * @param gap why a score is missing
 */
public record Measurement(Scores scores, Gap gap) {

  /** Nothing is missing, or why it is. */
  public enum Gap {
    NONE(""),
    OFF("measuring images is switched off on this server"),
    UNAVAILABLE("what measures images does not run on this server"),
    MEMORY("the server has too little memory for what measures images"),
    LOADING("what measures images is still being loaded"),
    LATE("measuring took too long");

    private final String words;

    Gap(String words) {
      this.words = words;
    }

    /** Part of an English sentence. */
    public String words() {
      return words;
    }
  }

  public static Measurement of(Scores scores) {
    return new Measurement(scores, Gap.NONE);
  }

  static Measurement missing(Gap gap) {
    return new Measurement(Scores.NONE, gap);
  }
}
