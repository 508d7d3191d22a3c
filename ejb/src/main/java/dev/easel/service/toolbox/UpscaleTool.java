package dev.easel.service.toolbox;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.FaceDetector;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.QualityMeter;
import dev.easel.domain.vision.Restoration;
import dev.easel.domain.vision.Upscaler;
import dev.easel.domain.vision.Upscaling;
import dev.easel.service.editing.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Makes images larger. The route's upstream id names the way: {@link Upscaler} in lower case.
 * Source: seed 001 "Super Resolution"; product decision C14.
 */
@ApplicationScoped
class UpscaleTool implements Tool {

  /** Quality is measured on this many pixels at most: it is a mean, and more take long. */
  private static final int MEASURED_EDGE = 1024;

  @Inject Upscaling upscaling;
  @Inject Restoration restoration;
  @Inject FaceDetector detector;
  @Inject QualityMeter quality;

  @Override
  public Operation operation() {
    return Operation.UPSCALE;
  }

  @Override
  public RenderOutcome.Completed run(ToolJob job) {
    Settings settings = job.settings();
    Upscaler model = Upscaler.valueOf(job.upstream().toUpperCase(Locale.ROOT));
    int factor = settings.integer("scale_factor", 4);
    BufferedImage source = job.source();
    BufferedImage clean = clean(job, source);
    BufferedImage result = upscaling.upscale(clean, model, factor, job.progress(0.2, 0.7));
    JsonObjectBuilder details = Json.createObjectBuilder();
    if (settings.flag("enhance_faces")) {
      FaceEnhancement faces = new FaceEnhancement(upscaling, model, factor);
      result = faces.apply(clean, detector.faces(clean), result, job);
      details.add("faces_detected", faces.found()).add("faces_enhanced", faces.enhanced());
    } else {
      details.addNull("faces_detected").addNull("faces_enhanced");
    }
    measure(source, result, factor, details);
    job.deliver(
        result,
        Json.createObjectBuilder()
            .add("original_dimensions", dimensions(source))
            .add("upscaled_dimensions", dimensions(result))
            .add("enhancement_details", details)
            .build());
    return new RenderOutcome.Completed(job.remarks());
  }

  private BufferedImage clean(ToolJob job, BufferedImage source) {
    double strength = job.settings().number("denoise_strength", 0);
    return strength <= 0
        ? source
        : restoration.restore(source, Damage.NOISE, strength, job.progress(0, 0.2));
  }

  /** Points of BRISQUE won over plain interpolation, ten to one; below zero it is worse. */
  private void measure(
      BufferedImage source, BufferedImage result, int factor, JsonObjectBuilder details) {
    BufferedImage part = Crops.middle(source, MEASURED_EDGE / factor);
    if (part.getWidth() < Crops.LEAST || part.getHeight() < Crops.LEAST) {
      details.addNull("quality_improvement_score");
      return;
    }
    double before =
        quality.brisque(upscaling.upscale(part, Upscaler.LANCZOS, factor, Progress.NONE));
    double after = quality.brisque(Crops.middle(result, MEASURED_EDGE / factor * factor));
    details
        .add("quality_improvement_score", Math.round(before - after) / 10.0)
        .add("brisque_interpolated", Math.round(before * 10) / 10.0)
        .add("brisque_result", Math.round(after * 10) / 10.0);
  }

  private static JsonObjectBuilder dimensions(BufferedImage image) {
    return Json.createObjectBuilder()
        .add("width", image.getWidth())
        .add("height", image.getHeight());
  }
}
