package dev.easel.batch.run;

import dev.easel.domain.batch.BatchJob;
import dev.easel.service.batch.BatchSteps;
import dev.easel.service.batch.FenceLostException;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Does items within the chunk's transaction, which also notes them as done. */
@Dependent
@Named
public class ItemWork extends AbstractItemWriter {

  @Inject JobContext context;
  @Inject BatchSteps steps;
  @Inject KnownJobs jobs;

  @Override
  public void writeItems(List<Object> items) {
    HeldRun run = HeldRun.of(context);
    BatchJob job = jobs.named(run.job());
    items.forEach(item -> perform(run, (String) item, job));
    steps.confirm(run.id(), run.fence(), items.size());
  }

  private void perform(HeldRun run, String item, BatchJob job) {
    try {
      steps.perform(run.id(), item, job);
    } catch (FenceLostException e) {
      throw e;
    } catch (RuntimeException e) {
      steps.itemFailed(run.id(), run.fence(), item, String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
