package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Reference;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.editing.EditPictures;
import dev.easel.service.editing.Finish;
import dev.easel.service.editing.Finishing;
import dev.easel.service.editing.Scoring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens a session for each attempt. */
@ApplicationScoped
class Sessions {

  /** A score that none has. */
  private static final double NOTHING = Double.POSITIVE_INFINITY;

  @Inject ImageFiles files;
  @Inject GenerationEvents events;
  @Inject Finishing finishing;
  @Inject Scoring scoring;

  @Inject
  @ConfigProperty(name = "easel.nsfw.withhold-from", defaultValue = "0.85")
  double withholdFrom;

  /** To be told when a node begins, so that its images need not wait for what measures them. */
  void expectImages() {
    scoring.expectImages();
  }

  /**
   * @param taken the further images that the provider makes use of
   * @param stop asked between steps whether to end
   */
  RenderSession open(Generation generation, List<Reference> taken, BooleanSupplier stop) {
    return open(generation, finishing.of(generation, taken), withholdFrom, stop);
  }

  /**
   * As {@link #open(Generation, List, BooleanSupplier)}, of pictures that are decoded already.
   *
   * @param beyondDoubt whether nothing is withheld, whatever its score
   */
  RenderSession open(
      Generation generation,
      List<Reference> taken,
      EditPictures pictures,
      boolean beyondDoubt,
      BooleanSupplier stop) {
    return open(
        generation,
        finishing.of(generation, taken, pictures),
        beyondDoubt ? NOTHING : withholdFrom,
        stop);
  }

  private RenderSession open(
      Generation generation, Finish finish, double withheldFrom, BooleanSupplier stop) {
    expectImages();
    return new RenderSession(
        generation, files, events, finish, new Judge(scoring, withheldFrom), stop);
  }
}
