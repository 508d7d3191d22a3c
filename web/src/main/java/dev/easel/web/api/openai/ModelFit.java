package dev.easel.web.api.openai;

import static java.util.stream.Collectors.joining;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.JsonInput;

/**
 * Fills and judges what depends on the model: size {@code auto}, quality, the image to start from.
 */
final class ModelFit {

  private final ImageModel model;

  ModelFit(ImageModel model) {
    this.model = model;
  }

  /** Whether the size is left open. */
  static boolean isAuto(String size) {
    return size == null || size.equals("auto");
  }

  /**
   * @param pictured whether there is a picture to start from, which then decides about an open size
   */
  void apply(JsonInput body, GenerationRequest order, boolean pictured) {
    String size = body.text("size");
    order.size(pictured && isAuto(size) ? null : size(size));
    if (body.has("image") && !model.can(Capability.IMAGE_TO_IMAGE)) {
      throw FailureException.invalid("image", "is not supported by the model '" + model.id() + "'");
    }
    if (!body.has("steps")) {
      order.steps(Quality.of(body.text("quality")).steps(model));
    }
  }

  private Size size(String given) {
    if (isAuto(given)) {
      return model.defaultSize();
    }
    return Size.parse(given)
        .orElseThrow(() -> FailureException.invalid("size", "must be one of: " + accepted()));
  }

  private String accepted() {
    String listed = model.sizes().stream().map(Size::toString).collect(joining(", "));
    String any =
        "WIDTHxHEIGHT of %d-%d pixels in multiples of %d"
            .formatted(model.minEdge(), model.maxEdge(), model.edgeMultiple());
    if (model.onlyListedSizes()) {
      return "auto, " + listed;
    }
    return listed.isEmpty() ? "auto, " + any : "auto, " + listed + ", " + any;
  }
}
