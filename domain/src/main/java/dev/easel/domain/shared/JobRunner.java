package dev.easel.domain.shared;

import java.util.Map;

/** Port to whatever runs long maintenance jobs. */
public interface JobRunner {

  /**
   * Starts a job and returns the id of its execution.
   *
   * @throws RuntimeException if there is no job of this name, or it cannot be started
   */
  long start(String jobName, Map<String, String> parameters);

  /** State of an execution, such as {@code COMPLETED}. */
  String status(long executionId);
}
