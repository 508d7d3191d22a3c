package dev.easel.service.editing;

import dev.easel.domain.editing.Mask;
import dev.easel.domain.generation.Generation;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The source and the mask of one order, each decoded when somebody first asks and then shared: who
 * gets them changes nothing in them. For one thread.
 */
public final class EditPictures {

  private final Once<Optional<BufferedImage>> source;
  private final Once<Optional<Mask>> mask;

  EditPictures(EditInputs inputs, Generation generation) {
    source = new Once<>(() -> inputs.source(generation));
    mask = new Once<>(() -> inputs.mask(generation));
  }

  public Optional<BufferedImage> source() {
    return source.get();
  }

  /** White is repainted, whatever way round it was given. */
  public Optional<Mask> mask() {
    return mask.get();
  }

  private static final class Once<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      if (made == null) {
        made = maker.get();
      }
      return made;
    }
  }
}
