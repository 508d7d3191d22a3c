package dev.easel.service.editing;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.editing.Mask;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.Matting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Chooses what is done to the images of an order before they are stored. */
@ApplicationScoped
public class Finishing {

  /** The code of the remark that an image is opaque though it was not to be. */
  public static final String BACKGROUND_KEPT = "background_kept";

  private static final Logger LOG = Logger.getLogger(Finishing.class.getName());

  @Inject EditInputs inputs;
  @Inject SourceAnalysis analysis;
  @Inject ImageCodec codec;
  @Inject Matting matting;

  /**
   * Reads the inputs it needs; not for the thread of a request.
   *
   * @param taken the further images that its provider makes use of
   */
  public Finish of(Generation generation, List<Reference> taken) {
    return of(generation, taken, inputs.of(generation));
  }

  /** As {@link #of(Generation, List)}, of pictures that somebody else needs as well. */
  public Finish of(Generation generation, List<Reference> taken, EditPictures pictures) {
    Finish finish = withReferences(generation, taken, own(generation, pictures));
    return generation.transparent() ? new CutoutFinish(finish, matting) : finish;
  }

  private Finish withReferences(Generation generation, List<Reference> taken, Finish own) {
    List<Reference> left = new ArrayList<>(generation.edit().references());
    left.removeAll(taken);
    return left.isEmpty() || generation.operation().isProcess()
        ? own
        : new ReferenceFinish(left, reference -> pixels(generation, reference), own);
  }

  private Optional<BufferedImage> pixels(Generation generation, Reference reference) {
    try {
      return Optional.of(inputs.further(generation, reference).pixels());
    } catch (FailureException e) {
      // One deleted while a node renders takes nothing from what was made.
      LOG.log(Level.FINE, e, () -> "A reference of " + generation.id() + " is gone");
      return Optional.empty();
    }
  }

  private Finish own(Generation generation, EditPictures pictures) {
    return switch (generation.operation()) {
      case INPAINT -> inpaint(generation, pictures);
      case IMAGE_TO_IMAGE -> imageToImage(generation, pictures);
      case UPSCALE -> upscale(generation);
      case FILTERS -> filters(generation);
      default -> Finish.NONE;
    };
  }

  private Finish imageToImage(Generation generation, EditPictures pictures) {
    try {
      return pictures
          .source()
          .<Finish>map(source -> new ImageToImageFinish(source, settings(generation), analysis))
          .orElse(Finish.NONE);
    } catch (FailureException e) {
      // A source deleted while a node renders takes nothing from what was made.
      LOG.log(Level.FINE, e, () -> "The source of " + generation.id() + " is gone");
      return Finish.NONE;
    }
  }

  private Finish upscale(Generation generation) {
    int factor = settings(generation).integer("scale_factor", 1);
    Size size = generation.size();
    return new UpscaleFinish(size.width() / factor, size.height() / factor);
  }

  private Finish filters(Generation generation) {
    return settings(generation).flag("preserve_metadata")
        ? new MetadataFinish(() -> inputs.sourceFile(generation), codec)
        : Finish.NONE;
  }

  private Finish inpaint(Generation generation, EditPictures pictures) {
    Optional<BufferedImage> source = pictures.source();
    Optional<Mask> mask = pictures.mask();
    return source.isEmpty() || mask.isEmpty()
        ? Finish.NONE
        : new InpaintFinish(source.get(), mask.get(), settings(generation));
  }

  private static Settings settings(Generation generation) {
    return Settings.of(generation.edit().settings());
  }
}
