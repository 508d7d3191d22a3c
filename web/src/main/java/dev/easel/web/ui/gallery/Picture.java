package dev.easel.web.ui.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.generation.Generation;

/**
 * An image as pages show it.
 *
 * @param address of the whole image, without credentials for a while
 * @param thumbnail the same for the small one
 * @param caption what is read aloud, and shown while it loads
 */
public record Picture(
    String id,
    String generationId,
    String address,
    String thumbnail,
    int width,
    int height,
    String caption,
    long seed) {

  static Picture of(
      Image image, Generation generation, String address, String thumbnail, String caption) {
    return new Picture(
        image.id(),
        generation.id(),
        address,
        thumbnail,
        image.width(),
        image.height(),
        caption,
        image.seed());
  }
}
