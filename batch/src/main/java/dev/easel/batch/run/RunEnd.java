package dev.easel.batch.run;

import dev.easel.service.batch.BatchDispatch;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells the run that its job came to an end, however it did. */
@Dependent
@Named
public class RunEnd extends AbstractJobListener {

  @Inject JobContext context;
  @Inject BatchDispatch dispatch;

  @Override
  public void afterJob() {
    HeldRun run = HeldRun.of(context);
    dispatch.ended(run.id(), run.fence());
  }
}
