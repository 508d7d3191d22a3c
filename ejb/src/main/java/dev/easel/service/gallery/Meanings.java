package dev.easel.service.gallery;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.TextEmbedder;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What texts mean, where that is wanted. */
@ApplicationScoped
public class Meanings {

  @Inject TextEmbedder embedder;

  @Inject
  @ConfigProperty(name = "easel.gallery.meaning", defaultValue = "true")
  boolean wanted = true;

  /** Whether there is a search by meaning at all. */
  public boolean areMade() {
    return wanted && embedder.isAvailable();
  }

  /**
   * @throws FailureException {@code MODEL_NOT_CONFIGURED} if it is switched off
   */
  Meaning of(String text) {
    requireMade();
    return embedder.of(text);
  }

  void requireMade() {
    if (!areMade()) {
      throw FailureException.of(
          FailureCode.MODEL_NOT_CONFIGURED, "Search by meaning is switched off on this server");
    }
  }
}
