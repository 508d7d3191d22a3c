package dev.easel.service.batch;

import dev.easel.domain.batch.BatchRepository;
import java.time.Clock;

/** The services of batch runs, put together without a container. */
public final class BatchServices {

  private BatchServices() {}

  public static BatchRuns runs(BatchRepository repository, Clock clock) {
    BatchRequests requests = new BatchRequests();
    requests.runs = repository;
    requests.clock = clock;
    BatchRuns runs = new BatchRuns();
    runs.requests = requests;
    runs.runs = repository;
    runs.clock = clock;
    return runs;
  }
}
