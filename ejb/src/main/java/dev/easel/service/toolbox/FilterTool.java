package dev.easel.service.toolbox;

import dev.easel.domain.editing.filter.Artist;
import dev.easel.domain.editing.filter.FilterStep;
import dev.easel.domain.editing.filter.Filters;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.vision.Progress;
import dev.easel.service.editing.FilterSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.awt.image.BufferedImage;
import java.util.List;

/** Applies filters in their order. Source: seed 001 "Apply Filters"; product decision C14. */
@ApplicationScoped
class FilterTool implements Tool {

  @Inject Artist artist;

  private Filters filters;

  @PostConstruct
  void open() {
    filters = new Filters(artist);
  }

  @Override
  public Operation operation() {
    return Operation.FILTERS;
  }

  @Override
  public RenderOutcome.Completed run(ToolJob job) {
    List<FilterStep> steps = FilterSettings.read(job.settings().array("filters"));
    Progress progress = job.progress(0, 1);
    BufferedImage result =
        filters.apply(job.source(), steps, done -> progress.at((double) done / steps.size()));
    JsonArrayBuilder applied = Json.createArrayBuilder();
    steps.forEach(step -> applied.add(step.type().wire()));
    job.deliver(result, Json.createObjectBuilder().add("filters_applied", applied).build());
    return new RenderOutcome.Completed(job.remarks());
  }
}
