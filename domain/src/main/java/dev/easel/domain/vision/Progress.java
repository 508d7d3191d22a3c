package dev.easel.domain.vision;

/** Is told how far long work is; may end it. */
@FunctionalInterface
public interface Progress {

  /** For work nobody watches. */
  Progress NONE = fraction -> {};

  /**
   * Called between the parts of the work, and while it waits for its turn.
   *
   * @param fraction 0 to 1, never less than before
   * @throws java.util.concurrent.CancellationException to end the work; it reaches the caller
   */
  void at(double fraction);
}
