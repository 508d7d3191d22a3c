package dev.easel.service.batch;

import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.SqlState;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Runs of batch jobs, for whoever asks for one and for those who look. */
@Stateless
public class BatchRuns {

  @Inject BatchRequests requests;
  @Inject BatchRepository runs;
  @Inject Clock clock;

  /** Asks for a run of a job that runs once at a time; the open run if there is one. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchRun request(String jobName) {
    return request(jobName, "", Map.of());
  }

  /** Asks for a run; the open run of this job and key if there is one. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchRun request(String jobName, String key, Map<String, String> parameters) {
    try {
      return requests.open(jobName, key, parameters);
    } catch (RuntimeException e) {
      if (SqlState.of(e).filter(SqlState.DUPLICATE_KEY::equals).isEmpty()) {
        throw e;
      }
      return requests.open(jobName, key, parameters); // the one made meanwhile
    }
  }

  /**
   * @throws FailureException {@code NOT_FOUND}
   */
  public BatchRun get(String id) {
    return runs.find(id).orElseThrow(() -> FailureException.notFound("batch run", id));
  }

  public Page<BatchRun> list(Optional<String> jobName, Optional<String> after, int limit) {
    return runs.list(jobName, after, limit);
  }

  /** The latest run of a job, whatever its state. */
  public Optional<BatchRun> latest(String jobName) {
    return runs.list(Optional.of(jobName), Optional.empty(), 1).items().stream().findFirst();
  }

  /** The latest run of a job in this state. */
  public Optional<BatchRun> latest(String jobName, BatchState state) {
    return runs.latest(jobName, state);
  }

  /**
   * Asks a run to stop, on whatever server it is; what has ended stays as it is.
   *
   * @throws FailureException {@code NOT_FOUND}
   */
  public BatchRun stop(String id) {
    BatchRun run = runs.lock(id).orElseThrow(() -> FailureException.notFound("batch run", id));
    run.stop(clock.instant());
    return run;
  }
}
