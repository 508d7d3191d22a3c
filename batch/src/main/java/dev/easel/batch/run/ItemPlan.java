package dev.easel.batch.run;

import dev.easel.service.batch.BatchSteps;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Writes down what a run has to do, unless an earlier life of it did. */
@Dependent
@Named
public class ItemPlan extends AbstractBatchlet {

  @Inject JobContext context;
  @Inject BatchSteps steps;
  @Inject KnownJobs jobs;

  @Override
  public String process() {
    HeldRun run = HeldRun.of(context);
    steps.plan(run.id(), run.fence(), jobs.named(run.job()));
    return "PLANNED";
  }
}
