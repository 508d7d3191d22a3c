package dev.easel.batch;

import dev.easel.batch.run.KnownJobs;
import dev.easel.domain.shared.JobRunner;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Properties;

/**
 * Runs jobs on the server's own Jakarta Batch, which manages their transactions. All of them have
 * one definition, {@code items.xml}, which is told the job's name.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class JakartaBatchJobRunner implements JobRunner {

  private static final String DEFINITION = "items";

  @Inject KnownJobs jobs;

  @Override
  public long start(String jobName, Map<String, String> parameters) {
    Properties properties = new Properties();
    parameters.forEach(properties::setProperty);
    properties.setProperty("job", jobName);
    properties.setProperty("chunk", Integer.toString(jobs.named(jobName).itemsPerChunk()));
    return operator().start(DEFINITION, properties);
  }

  @Override
  public String status(long executionId) {
    return operator().getJobExecution(executionId).getBatchStatus().name();
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
