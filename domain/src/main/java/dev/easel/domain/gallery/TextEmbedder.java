package dev.easel.domain.gallery;

import dev.easel.domain.shared.FailureException;

/** Knows what texts mean. */
public interface TextEmbedder {

  /** Whether it is there; not yet whether it runs on this machine. */
  boolean isAvailable();

  /**
   * What a text means, of a long one its beginning.
   *
   * @throws FailureException {@code MODEL_NOT_CONFIGURED} or {@code MODEL_UNAVAILABLE} if it is not
   *     there or does not run here
   */
  Meaning of(String text);
}
