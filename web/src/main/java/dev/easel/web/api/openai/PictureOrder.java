package dev.easel.web.api.openai;

import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;

/** What a request's pictures make of its order. */
final class PictureOrder {

  private PictureOrder() {}

  static void apply(JsonInput body, Pictures pictures, GenerationRequest order) {
    order.operation(pictures.operation());
    pictures.source().ifPresent(order::source);
    pictures.further().forEach(order::reference);
    if (pictures.mask() != null) {
      order.mask(pictures.mask()).settings(settings(body));
    }
  }

  /**
   * What is transparent is repainted, to the pixel; the size of the picture is that of the result.
   */
  private static String settings(JsonInput body) {
    return WireJson.object()
        .add("mask", "transparent")
        .add("mask_blur", 0)
        .add("keep_size", ModelFit.isAuto(body.text("size")))
        .build()
        .toString();
  }
}
