package dev.easel.batch.run;

import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;

/**
 * The run a job works for, and the fence by which this server holds it.
 *
 * @param job name of what the run does
 */
record HeldRun(String id, long fence, String job) {

  static HeldRun of(JobContext job) {
    Properties properties = job.getProperties();
    return new HeldRun(
        properties.getProperty("run"),
        Long.parseLong(properties.getProperty("fence")),
        properties.getProperty("job"));
  }
}
