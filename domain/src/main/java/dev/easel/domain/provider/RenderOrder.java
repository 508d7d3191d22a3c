package dev.easel.domain.provider;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.ReferenceRole;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * What a provider is asked to render; everything is resolved, nothing is optional but the inputs.
 *
 * @param generationId whose order this is
 * @param attempt fencing number, from 1
 * @param upstreamModel the route's upstream id
 * @param prompt effective prompt, styles included
 * @param negativePrompt what to avoid; may be empty
 * @param width pixels, multiple of 8
 * @param height pixels, multiple of 8
 * @param count images wanted; image i uses {@code seed + i}
 * @param seed 0 … 2^63-1
 * @param steps refinement steps
 * @param guidance prompt adherence, 1–20
 * @param sampler the caller's word for it, or empty
 * @param strength 0–1: how far an init image may change; 1 ignores it
 * @param initImage image to start from
 * @param mask same size as the init image, gray; white is repainted, black kept
 * @param transparent whether a transparent background was asked for
 * @param work what kind of work it is, with its own settings and further images
 * @param previews how many intermediate previews per image the caller wants to see, 0 for none
 */
public record RenderOrder(
    String generationId,
    int attempt,
    String upstreamModel,
    String prompt,
    String negativePrompt,
    int width,
    int height,
    int count,
    long seed,
    int steps,
    double guidance,
    String sampler,
    double strength,
    Optional<BufferedImage> initImage,
    Optional<BufferedImage> mask,
    boolean transparent,
    int previews,
    Work work) {

  /**
   * What kind of work it is.
   *
   * @param settings the operation's own parameters, a JSON object
   * @param references further images the provider takes, in the order they were given
   */
  public record Work(Operation operation, String settings, List<Further> references) {

    public static final Work PLAIN = new Work(Operation.TEXT_TO_IMAGE, "{}", List.of());
  }

  /**
   * An image beside the one to start from.
   *
   * @param strength 0–1: how much it counts
   */
  public record Further(BufferedImage pixels, ReferenceRole role, double strength) {}
}
