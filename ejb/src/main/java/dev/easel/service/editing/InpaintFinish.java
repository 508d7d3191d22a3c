package dev.easel.service.editing;

import dev.easel.domain.editing.Mask;
import dev.easel.domain.provider.RenderedImage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.awt.image.BufferedImage;

/**
 * Puts back what the mask keeps, so that it stays identical whatever the provider made of it, and
 * tells where was painted. Source: seed 001 "Inpainting"; product decision C11.
 */
final class InpaintFinish implements Finish {

  private static final int TOLD_REGIONS = 100;

  private final BufferedImage source;
  private final Mask mask;
  private final Settings settings;

  /**
   * @param mask white is repainted; of any size
   * @param settings {@code mask_blur}: deviation of its edge, in pixels of the source; {@code
   *     keep_size}: whether the result has the source's size
   */
  InpaintFinish(BufferedImage source, Mask mask, Settings settings) {
    this.source = source;
    this.mask = mask;
    this.settings = settings;
  }

  @Override
  public RenderedImage image(RenderedImage rendered) {
    boolean keepSize = settings.flag("keep_size");
    int width = keepSize ? source.getWidth() : rendered.pixels().getWidth();
    int height = keepSize ? source.getHeight() : rendered.pixels().getHeight();
    Mask fitting = mask.scaledTo(width, height);
    double deviation = settings.number("mask_blur", 0) * width / source.getWidth();
    BufferedImage kept = Scaling.to(source, width, height);
    BufferedImage fresh = Scaling.to(rendered.pixels(), width, height);
    BufferedImage blended = fitting.blurred(deviation).blend(kept, fresh);
    return rendered.with(blended, facts(fitting));
  }

  private static String facts(Mask mask) {
    JsonArrayBuilder regions = Json.createArrayBuilder();
    mask.regions().stream()
        .limit(TOLD_REGIONS)
        .forEach(region -> regions.add(Regions.json(region)));
    return Json.createObjectBuilder()
        .add("mask_area_percentage", Math.round(mask.share() * 10_000) / 100.0)
        .add("inpainted_regions", regions)
        .build()
        .toString();
  }
}
