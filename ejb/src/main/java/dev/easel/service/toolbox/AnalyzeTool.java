package dev.easel.service.toolbox;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.service.editing.SourceAnalysis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says what is to be seen on an image. An operation of our own; it makes no image. */
@ApplicationScoped
class AnalyzeTool implements Tool {

  @Inject SourceAnalysis analysis;

  @Override
  public Operation operation() {
    return Operation.ANALYZE;
  }

  @Override
  public RenderOutcome.Completed run(ToolJob job) {
    job.breathe();
    return new RenderOutcome.Completed(
        job.remarks(), analysis.whole(job.source(), job.settings().array("features")).toString());
  }
}
