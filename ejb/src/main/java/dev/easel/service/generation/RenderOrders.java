package dev.easel.service.generation;

import dev.easel.domain.editing.Mask;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.service.editing.EditInputs;
import dev.easel.service.editing.EditPictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Words a generation as an order to a provider, inputs loaded. */
@ApplicationScoped
public class RenderOrders {

  @Inject EditInputs inputs;
  @Inject References references;

  /** The pictures of an order, for who needs them beside it. */
  EditPictures pictures(Generation generation) {
    return inputs.of(generation);
  }

  RenderOrder of(Generation generation, String adapter, String upstreamModel) {
    return of(generation, adapter, upstreamModel, pictures(generation));
  }

  RenderOrder of(
      Generation generation, String adapter, String upstreamModel, EditPictures pictures) {
    Optional<BufferedImage> source = pictures.source();
    Optional<Mask> mask =
        source.flatMap(image -> pictures.mask().map(given -> fitting(given, image)));
    return order(
        generation,
        upstreamModel,
        source.map(image -> mask.map(given -> begun(generation, given, image)).orElse(image)),
        mask.map(Mask::image),
        references.taken(generation, adapter, upstreamModel).stream()
            .map(reference -> inputs.further(generation, reference))
            .toList());
  }

  /** For what was made already: by then an input may have been deleted. */
  RenderOrder withoutInputs(Generation generation, String upstreamModel) {
    return order(generation, upstreamModel, Optional.empty(), Optional.empty(), List.of());
  }

  private static RenderOrder order(
      Generation generation,
      String upstreamModel,
      Optional<BufferedImage> source,
      Optional<BufferedImage> mask,
      List<RenderOrder.Further> references) {
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
        source,
        mask,
        generation.transparent(),
        generation.previews(),
        new RenderOrder.Work(generation.operation(), generation.edit().settings(), references));
  }

  private BufferedImage begun(Generation generation, Mask mask, BufferedImage source) {
    return inputs.maskContent(generation).under(mask, source, generation.seed());
  }

  private static Mask fitting(Mask mask, BufferedImage source) {
    return mask.scaledTo(source.getWidth(), source.getHeight());
  }

  /** Of two words the sampler decides; a scheduler alone stands for both. */
  private static String sampler(Generation generation) {
    return generation.sampler().isBlank() ? generation.scheduler() : generation.sampler();
  }
}
