package dev.easel.service.generation;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.ImageFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/** Words a generation as an order to a provider, inputs loaded. */
@ApplicationScoped
public class RenderOrders {

  @Inject ImageRepository images;
  @Inject ImageFiles files;

  RenderOrder of(Generation generation, String upstreamModel) {
    return order(generation, upstreamModel, this::pixels);
  }

  /** For what was made already: by then an input may have been deleted. */
  RenderOrder withoutInputs(Generation generation, String upstreamModel) {
    return order(generation, upstreamModel, id -> null);
  }

  private static RenderOrder order(
      Generation generation, String upstreamModel, Function<String, BufferedImage> pixels) {
    return new RenderOrder(
        generation.id(),
        generation.attempt(),
        upstreamModel,
        generation.effectivePrompt(),
        generation.negativePrompt(),
        generation.size().width(),
        generation.size().height(),
        generation.count(),
        generation.seed(),
        generation.steps(),
        generation.guidance(),
        sampler(generation),
        generation.strength(),
        generation.initImageId().map(pixels),
        generation.maskImageId().map(pixels),
        generation.transparent(),
        generation.previews());
  }

  /** Of two words the sampler decides; a scheduler alone stands for both. */
  private static String sampler(Generation generation) {
    return generation.sampler().isBlank() ? generation.scheduler() : generation.sampler();
  }

  /** An input deleted since the order fails it: to paint without it would be another picture. */
  private BufferedImage pixels(String imageId) {
    return images
        .find(imageId)
        .map(Image::blobKey)
        .map(files::pixels)
        .orElseThrow(
            () ->
                FailureException.of(
                    FailureCode.INVALID_IMAGE, "The input image " + imageId + " was deleted"));
  }
}
