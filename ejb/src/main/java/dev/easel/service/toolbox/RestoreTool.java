package dev.easel.service.toolbox;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.QualityMeter;
import dev.easel.domain.vision.Restoration;
import dev.easel.service.editing.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Removes noise or the traces of compression. An operation of our own. */
@ApplicationScoped
class RestoreTool implements Tool {

  private static final int MEASURED_EDGE = 1024;

  @Inject Restoration restoration;
  @Inject QualityMeter quality;

  @Override
  public Operation operation() {
    return Operation.RESTORE;
  }

  @Override
  public RenderOutcome.Completed run(ToolJob job) {
    Settings settings = job.settings();
    Damage damage = Damage.valueOf(settings.text("damage", "noise").toUpperCase(Locale.ROOT));
    BufferedImage source = job.source();
    BufferedImage result =
        restoration.restore(source, damage, settings.number("strength", 1), job.progress(0, 0.9));
    JsonObjectBuilder facts =
        Json.createObjectBuilder().add("damage", settings.text("damage", "noise"));
    if (Math.min(source.getWidth(), source.getHeight()) >= Crops.LEAST) {
      facts.add("brisque_before", measured(source)).add("brisque_after", measured(result));
    }
    job.deliver(result, facts.build());
    return new RenderOutcome.Completed(job.remarks());
  }

  private double measured(BufferedImage image) {
    return Math.round(quality.brisque(Crops.middle(image, MEASURED_EDGE)) * 10) / 10.0;
  }
}
