package dev.easel.service.batch;

import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.batch.BatchRun;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Writes requests for runs down, each in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchRequests {

  @Inject BatchRepository runs;
  @Inject Clock clock;

  /** The open run of this job and key, or a new one; fails when another is made meanwhile. */
  public BatchRun open(String jobName, String key, Map<String, String> parameters) {
    return runs.findOpen(jobName, key).orElseGet(() -> added(jobName, key, parameters));
  }

  private BatchRun added(String jobName, String key, Map<String, String> parameters) {
    BatchRun run = new BatchRun(jobName, key, Parameters.text(parameters), clock.instant());
    runs.add(run);
    return run;
  }
}
