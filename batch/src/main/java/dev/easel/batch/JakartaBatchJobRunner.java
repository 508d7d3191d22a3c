package dev.easel.batch;

import dev.easel.domain.shared.JobRunner;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Map;
import java.util.Properties;

/** Runs jobs on the server's own Jakarta Batch; the runtime manages their transactions. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class JakartaBatchJobRunner implements JobRunner {

  @Override
  public long start(String jobName, Map<String, String> parameters) {
    Properties properties = new Properties();
    parameters.forEach(properties::setProperty);
    return operator().start(jobName, properties);
  }

  @Override
  public String status(long executionId) {
    return operator().getJobExecution(executionId).getBatchStatus().name();
  }

  private static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
