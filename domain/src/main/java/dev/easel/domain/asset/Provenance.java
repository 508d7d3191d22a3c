package dev.easel.domain.asset;

import java.time.Instant;

/**
 * Where an image came from, written into the file itself as XMP.
 *
 * @param sourceType the IPTC digital source type: {@link SourceType}
 * @param model public model id
 * @param prompt effective prompt; may be empty
 * @param seed seed of this very image
 * @param generationId id under which the receipt can be asked for
 * @param createdAt time of rendering
 */
public record Provenance(
    SourceType sourceType,
    String model,
    String prompt,
    long seed,
    String generationId,
    Instant createdAt) {

  /** IPTC NewsCodes "digitalsourcetype" terms that apply here. */
  public enum SourceType {
    /** Made by a trained model. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
    /** Made by an algorithm without training data, such as the built-in painter. */
    ALGORITHMIC_MEDIA("algorithmicMedia");

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private final String term;

    SourceType(String term) {
      this.term = term;
    }

    public String uri() {
      return VOCABULARY + term;
    }
  }
}
