package dev.easel.service.generation;

import dev.easel.domain.generation.GenerationStatus;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Something that happened to a generation, told to whoever watches it.
 *
 * @param progress 0–1 over all its images
 * @param imageIndex the image a preview belongs to, from 0; -1 otherwise
 * @param previewIndex counts the previews of one image from 0; -1 otherwise
 * @param preview the intermediate state; null but for previews
 */
public record GenerationEvent(
    Type type,
    String generationId,
    double progress,
    int imageIndex,
    int previewIndex,
    BufferedImage preview) {

  /** The kinds; {@link #wire()} is the word in streams and webhooks. */
  public enum Type {
    QUEUED,
    STARTED,
    PROGRESS,
    PREVIEW,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** {@code generation.completed}. */
    public String wire() {
      return "generation." + name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
      return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
  }

  static GenerationEvent plain(Type type, String id, double progress) {
    return new GenerationEvent(type, id, progress, -1, -1, null);
  }

  static GenerationEvent preview(
      String id, double progress, int imageIndex, int previewIndex, BufferedImage image) {
    return new GenerationEvent(Type.PREVIEW, id, progress, imageIndex, previewIndex, image);
  }

  static GenerationEvent ended(String id, GenerationStatus status) {
    return plain(of(status), id, status == GenerationStatus.COMPLETED ? 1 : 0);
  }

  /** The event that leads to a status. */
  static Type of(GenerationStatus status) {
    return switch (status) {
      case QUEUED -> Type.QUEUED;
      case PROCESSING -> Type.STARTED;
      case COMPLETED -> Type.COMPLETED;
      case FAILED -> Type.FAILED;
      case CANCELLED -> Type.CANCELLED;
    };
  }
}
