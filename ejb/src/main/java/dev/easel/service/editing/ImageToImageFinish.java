package dev.easel.service.editing;

import dev.easel.domain.editing.ColourTransfer;
import dev.easel.domain.provider.RenderedImage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.awt.image.BufferedImage;

/**
 * Gives results their source's colours if that was asked for, and tells what was done and what the
 * source shows. Source: seed 001 "Image-to-Image Generation"; product decision C12.
 */
final class ImageToImageFinish implements Finish {

  private final BufferedImage source;
  private final Settings preserve;
  private final SourceAnalysis analysis;

  ImageToImageFinish(BufferedImage source, Settings settings, SourceAnalysis analysis) {
    this.source = source;
    this.preserve = settings.object("preserve");
    this.analysis = analysis;
  }

  @Override
  public RenderedImage image(RenderedImage rendered) {
    JsonArrayBuilder done = Json.createArrayBuilder().add("image_to_image");
    if (preserve.flag("structure")) {
      done.add("structure_preservation");
    }
    if (preserve.flag("style")) {
      done.add("style_preservation");
    }
    BufferedImage pixels = rendered.pixels();
    if (preserve.flag("colors")) {
      pixels = ColourTransfer.apply(pixels, source);
      done.add("color_transfer");
    }
    String facts =
        Json.createObjectBuilder().add("transformations_applied", done).build().toString();
    return rendered.with(pixels, facts);
  }

  @Override
  public String findings() {
    return Json.createObjectBuilder().add("analysis", analysis.brief(source)).build().toString();
  }
}
