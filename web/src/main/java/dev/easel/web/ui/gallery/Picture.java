package dev.easel.web.ui.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.generation.Generation;

/**
 * An image as pages show it.
 *
 * @param address of the whole image, without credentials for a while
 * @param thumbnail the same for the small one
 */
public record Picture(
    String id,
    String generationId,
    String address,
    String thumbnail,
    int width,
    int height,
    String prompt,
    String model,
    long seed) {

  static Picture of(Image image, Generation generation, String address, String thumbnail) {
    return new Picture(
        image.id(),
        generation.id(),
        address,
        thumbnail,
        image.width(),
        image.height(),
        generation.prompt(),
        generation.modelId(),
        image.seed());
  }

  /** What is read aloud, and shown while it loads: what was asked for, else what made it. */
  public String caption() {
    return prompt.isBlank() ? "Image by " + model : prompt;
  }

  /** Width by height, for a row of pictures of one height. */
  public double ratio() {
    return (double) width / height;
  }
}
