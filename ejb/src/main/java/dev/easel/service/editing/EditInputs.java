package dev.easel.service.editing;

import dev.easel.domain.asset.Input;
import dev.easel.domain.editing.Mask;
import dev.easel.domain.editing.MaskContent;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.InputImages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** The pictures a generation works on, as pixels. Not for the thread of a request. */
@ApplicationScoped
public class EditInputs {

  @Inject InputImages images;

  /** Source and mask, to be asked for more than once. */
  public EditPictures of(Generation generation) {
    return new EditPictures(this, generation);
  }

  Optional<BufferedImage> source(Generation generation) {
    return generation.initImageId().map(id -> pixels(generation, id));
  }

  /** The file to work on as it came, with its metadata. */
  public Optional<byte[]> sourceFile(Generation generation) {
    return generation.initImageId().map(id -> images.content(input(generation, id)));
  }

  public RenderOrder.Further further(Generation generation, Reference reference) {
    return new RenderOrder.Further(
        pixels(generation, reference.imageId()), reference.role(), reference.strength());
  }

  /** White is repainted, whatever way round it was given. */
  Optional<Mask> mask(Generation generation) {
    return generation
        .maskImageId()
        .map(id -> Mask.of(pixels(generation, id), polarity(generation.edit().settings())));
  }

  /** What is to be under the mask when a model begins. */
  public MaskContent maskContent(Generation generation) {
    Settings settings = Settings.of(generation.edit().settings());
    return MaskContent.of(settings.text("inpaint_mode", MaskContent.ORIGINAL.wire()));
  }

  /** What of the mask is repainted, by the settings of the order. */
  public static Polarity polarity(String settings) {
    return Polarity.of(Settings.of(settings).text("mask", Polarity.LIGHT.wire()));
  }

  private BufferedImage pixels(Generation generation, String inputId) {
    return images.pixels(input(generation, inputId));
  }

  /**
   * @throws FailureException {@code INVALID_IMAGE} if it was deleted since the order: to paint
   *     without it would make another picture
   */
  private Input input(Generation generation, String id) {
    return images
        .find(generation.tenantId(), id)
        .orElseThrow(
            () ->
                FailureException.of(
                    FailureCode.INVALID_IMAGE, "The input image " + id + " was deleted"));
  }
}
