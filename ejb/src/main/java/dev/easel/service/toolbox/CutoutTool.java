package dev.easel.service.toolbox;

import dev.easel.domain.editing.Mask;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.vision.Matting;
import dev.easel.service.editing.Regions;
import dev.easel.service.editing.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;

/**
 * Removes or replaces the background. Source: seed 001 "Background Removal"; product decision C14.
 */
@ApplicationScoped
class CutoutTool implements Tool {

  @Inject Matting matting;

  @Override
  public Operation operation() {
    return Operation.REMOVE_BACKGROUND;
  }

  @Override
  public RenderOutcome.Completed run(ToolJob job) {
    BufferedImage source = job.source();
    Settings settings = job.settings();
    Mask subject =
        Mask.of(matting.alpha(source), Polarity.LIGHT)
            .toned(settings.number("foreground_threshold", 0.5), settings.flag("edge_smoothing"));
    job.progress(0, 0.8).at(1);
    BufferedImage result =
        settings.text("mode", "remove").equals("replace")
            ? subject.blend(background(job, source), source)
            : subject.cut(source);
    job.deliver(result, facts(subject));
    job.deliverMask(subject.image());
    return new RenderOutcome.Completed(job.remarks());
  }

  private static BufferedImage background(ToolJob job, BufferedImage source) {
    Settings wanted = job.settings().object("background");
    if (job.reference().isPresent()) {
      return Backgrounds.covering(job.reference().get(), source.getWidth(), source.getHeight());
    }
    double blur = wanted.number("blur", 0);
    return blur > 0
        ? Backgrounds.blurred(source, blur)
        : Backgrounds.plain(source, wanted.text("color", "#FFFFFF"));
  }

  private static JsonObject facts(Mask subject) {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    subject
        .bounds()
        .ifPresentOrElse(
            bounds -> facts.add("foreground_bounds", Regions.json(bounds)),
            () -> facts.addNull("foreground_bounds"));
    return facts.add("foreground_percentage", Math.round(subject.share() * 10_000) / 100.0).build();
  }
}
