package dev.easel.domain.catalog;

/**
 * An order, as far as its price depends on it.
 *
 * @param quality the caller's word, may be empty
 * @param steps of each image
 * @param count images
 */
public record Demand(Capability operation, Size size, String quality, int steps, int count) {

  /** One usual image of a model. */
  public static Demand usual(ImageModel model, Capability operation) {
    return new Demand(operation, model.defaultSize(), "", model.defaultSteps(), 1);
  }

  public long pixels() {
    return (long) size.width() * size.height();
  }
}
