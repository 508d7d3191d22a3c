package dev.easel.service.editing;

import dev.easel.domain.editing.ColourTransfer;
import dev.easel.domain.provider.RenderedImage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.awt.image.BufferedImage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives results their source's colours if that was asked for, and tells what was done and what the
 * source shows. Source: seed 001 "Image-to-Image Generation"; product decision C12.
 */
final class ImageToImageFinish implements Finish {

  private static final Logger LOG = Logger.getLogger(ImageToImageFinish.class.getName());

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
    try {
      return Json.createObjectBuilder().add("analysis", analysis.brief(source)).build().toString();
    } catch (RuntimeException | LinkageError e) {
      // What was made is worth having also where nobody can say what it was made from.
      LOG.log(Level.WARNING, e, () -> "A source is not analysed");
      return "";
    }
  }
}
