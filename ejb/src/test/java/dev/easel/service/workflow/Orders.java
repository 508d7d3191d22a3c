package dev.easel.service.workflow;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.provider.RenderOrder;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Orders of tests, changed one by one. */
record Orders(
    String prompt,
    String negative,
    int width,
    int height,
    int count,
    long seed,
    int steps,
    double guidance,
    String sampler,
    double strength,
    Optional<BufferedImage> init,
    Optional<BufferedImage> mask) {

  static Orders usual() {
    return new Orders(
        "a lighthouse", "", 768, 512, 1, 7, 30, 6.5, "", 0.6, Optional.empty(), Optional.empty());
  }

  static Orders of(Plan plan) {
    return switch (plan.operation()) {
      case INPAINTING -> usual().from(image(768, 512)).masked(image(768, 512));
      case IMAGE_TO_IMAGE -> usual().from(image(640, 480));
      case UPSCALING -> usual().from(image(384, 256));
      default -> usual();
    };
  }

  static BufferedImage image(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  Orders from(BufferedImage image) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        sampler,
        strength,
        Optional.of(image),
        mask);
  }

  Orders masked(BufferedImage image) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        sampler,
        strength,
        init,
        Optional.of(image));
  }

  Orders sized(int newWidth, int newHeight) {
    return new Orders(
        prompt, negative, newWidth, newHeight, count, seed, steps, guidance, sampler, strength,
        init, mask);
  }

  Orders of(int images) {
    return new Orders(
        prompt, negative, width, height, images, seed, steps, guidance, sampler, strength, init,
        mask);
  }

  Orders sampled(String name) {
    return new Orders(
        prompt, negative, width, height, count, seed, steps, guidance, name, strength, init, mask);
  }

  Orders avoiding(String words) {
    return new Orders(
        prompt, words, width, height, count, seed, steps, guidance, sampler, strength, init, mask);
  }

  Orders seeded(long newSeed) {
    return new Orders(
        prompt, negative, width, height, count, newSeed, steps, guidance, sampler, strength, init,
        mask);
  }

  /** With a further image if the graph takes any. */
  RenderOrder order(Plan plan) {
    RenderOrder.Further style =
        new RenderOrder.Further(image(320, 240), ReferenceRole.STYLE, Reference.FULL);
    return plan.references().isPresent()
        ? order(new RenderOrder.Work(Operation.TEXT_TO_IMAGE, "{}", List.of(style)))
        : order();
  }

  RenderOrder order() {
    return order(RenderOrder.Work.PLAIN);
  }

  RenderOrder order(RenderOrder.Work work) {
    return new RenderOrder(
        "gen_1",
        1,
        "upstream",
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        sampler,
        strength,
        init,
        mask,
        false,
        0,
        work);
  }
}
