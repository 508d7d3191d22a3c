package dev.easel.service.editing;

import dev.easel.domain.provider.RenderedImage;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;

/**
 * Tells how far an image was enlarged by somebody else than the server's own tool, which tells
 * more. Source: seed 001 "Super Resolution".
 */
record UpscaleFinish(int width, int height) implements Finish {

  @Override
  public RenderedImage image(RenderedImage rendered) {
    if (!rendered.facts().isEmpty()) {
      return rendered;
    }
    BufferedImage made = rendered.pixels();
    JsonObjectBuilder details =
        Json.createObjectBuilder()
            .addNull("faces_detected")
            .addNull("faces_enhanced")
            .addNull("quality_improvement_score");
    String facts =
        Json.createObjectBuilder()
            .add("original_dimensions", dimensions(width, height))
            .add("upscaled_dimensions", dimensions(made.getWidth(), made.getHeight()))
            .add("enhancement_details", details)
            .build()
            .toString();
    return rendered.with(made, facts);
  }

  private static JsonObjectBuilder dimensions(int width, int height) {
    return Json.createObjectBuilder().add("width", width).add("height", height);
  }
}
