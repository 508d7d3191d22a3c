package dev.easel.domain.provider;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.Metadata;
import java.awt.image.BufferedImage;

/**
 * One finished image.
 *
 * @param index position in the order, from 0; those that are no result follow the results
 * @param seed the seed that made it
 * @param pixels sRGB, with alpha only if there is transparency
 * @param revisedPrompt what the provider made of the prompt; empty if it was used as given
 * @param facts what is to be told of it, as a JSON object; empty if nothing is
 * @param metadata what its file is to tell beside the pixels
 */
public record RenderedImage(
    int index,
    long seed,
    BufferedImage pixels,
    String revisedPrompt,
    ImageRole role,
    String facts,
    Metadata metadata) {

  /** A result of which nothing more is to be told. */
  public RenderedImage(int index, long seed, BufferedImage pixels, String revisedPrompt) {
    this(index, seed, pixels, revisedPrompt, ImageRole.RESULT, "");
  }

  /** One whose file tells nothing but where it comes from. */
  public RenderedImage(
      int index,
      long seed,
      BufferedImage pixels,
      String revisedPrompt,
      ImageRole role,
      String facts) {
    this(index, seed, pixels, revisedPrompt, role, facts, Metadata.NONE);
  }

  /** The same with other pixels, and with facts. */
  public RenderedImage with(BufferedImage otherPixels, String moreFacts) {
    return new RenderedImage(index, seed, otherPixels, revisedPrompt, role, moreFacts, metadata);
  }

  public RenderedImage carrying(Metadata kept) {
    return new RenderedImage(index, seed, pixels, revisedPrompt, role, facts, kept);
  }
}
