package dev.easel.batch.run;

import dev.easel.service.batch.BatchSteps;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Reads the keys of items that are open. No checkpoint: what is done is in the items themselves,
 * and whoever takes the run over reads what is left.
 */
@Dependent
@Named
public class OpenItems extends AbstractItemReader {

  @Inject JobContext context;
  @Inject BatchSteps steps;

  private String last = "";

  @Override
  public String readItem() {
    HeldRun run = HeldRun.of(context);
    String next = steps.next(run.id(), run.fence(), last, 1).stream().findFirst().orElse(null);
    last = next == null ? last : next;
    return next;
  }
}
