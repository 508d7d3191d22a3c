package dev.easel.batch.run;

import dev.easel.domain.batch.BatchJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds what a job does by its name. */
@ApplicationScoped
public class KnownJobs {

  @Inject @Any Instance<BatchJob> jobs;

  /**
   * @throws IllegalStateException if there is none of this name
   */
  public BatchJob named(String name) {
    return jobs.stream()
        .filter(job -> job.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No batch job " + name));
  }
}
