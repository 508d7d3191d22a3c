package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.prompt.Wishes;

/**
 * The order of one picture, in the painter's words.
 *
 * @param width pixels
 * @param height pixels
 * @param wishes what to paint
 * @param seed chance
 * @param steps refinement asked for
 * @param guidance 1–20
 */
public record Setup(int width, int height, Wishes wishes, long seed, int steps, double guidance) {

  /** The same picture at another size: the block-in. */
  public Setup resized(int newWidth, int newHeight) {
    return new Setup(newWidth, newHeight, wishes, seed, Math.min(steps, 4), guidance);
  }
}
