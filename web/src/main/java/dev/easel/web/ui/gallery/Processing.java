package dev.easel.web.ui.gallery;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.InputWish;
import java.util.Arrays;
import java.util.Locale;

/**
 * What can be done with an image by one press, with the settings the API uses when none are said.
 */
public enum Processing {
  CUT_OUT(
      Operation.REMOVE_BACKGROUND,
      "{\"mode\":\"remove\",\"edge_smoothing\":true,\"foreground_threshold\":0.5}"),
  ENLARGE(Operation.UPSCALE, "{\"scale_factor\":4,\"denoise_strength\":0,\"enhance_faces\":false}"),
  CLEAN(Operation.RESTORE, "{\"damage\":\"noise\",\"strength\":1}"),
  LEVELS(Operation.FILTERS, filter("auto-levels")),
  GRAYSCALE(Operation.FILTERS, filter("grayscale"));

  private final Operation operation;
  private final String settings;

  Processing(Operation operation, String settings) {
    this.operation = operation;
    this.settings = settings;
  }

  private static String filter(String type) {
    return "{\"filters\":[{\"type\":\"" + type + "\"}],\"preserve_metadata\":false}";
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} if there is none of that name
   */
  static Processing of(String word) {
    return Arrays.stream(values())
        .filter(known -> known.word().equals(word))
        .findFirst()
        .orElseThrow(() -> FailureException.invalid("what", "is none of what can be done"));
  }

  /** {@code cut-out}, as forms send it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  GenerationRequest request(String imageId) {
    return new GenerationRequest()
        .operation(operation)
        .source(InputWish.named("image", imageId))
        .settings(settings);
  }
}
