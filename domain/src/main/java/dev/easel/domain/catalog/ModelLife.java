package dev.easel.domain.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a model lives, and whether it is served here. What is alive and well has neither an end
 * nor a successor.
 *
 * @param sunsetOn the announced last day
 * @param successorId id of the model to go on with
 * @param enabled whether orders for it are taken; what was accepted is finished
 */
public record ModelLife(
    Lifecycle lifecycle,
    Optional<LocalDate> sunsetOn,
    Optional<String> successorId,
    boolean enabled) {

  public ModelLife {
    if (lifecycle == Lifecycle.ACTIVE) {
      sunsetOn = Optional.empty();
      successorId = Optional.empty();
    }
  }

  /** The same, served or not. */
  public ModelLife served(boolean whether) {
    return new ModelLife(lifecycle, sunsetOn, successorId, whether);
  }
}
