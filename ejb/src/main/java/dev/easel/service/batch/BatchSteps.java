package dev.easel.service.batch;

import dev.easel.domain.batch.BatchJob;
import dev.easel.domain.batch.BatchRepository;
import dev.easel.domain.batch.BatchRepository.ItemFailure;
import dev.easel.domain.batch.BatchRun;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The short transactions of a run. Those that write for a server lock the run's row and compare the
 * fence first, so that a server that lost the run writes nothing more.
 */
@Stateless
public class BatchSteps {

  private static final int MOST_ATTEMPTS = 3;

  @Inject BatchRepository runs;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.batch.lease", defaultValue = "PT1M")
  Duration lease;

  /** Ids of runs the server may be able to claim, oldest first. */
  public List<String> claimable(String server) {
    return runs.claimable(server, clock.instant());
  }

  /**
   * Takes a run for a server.
   *
   * @param runsHere whether this life of the server is at work on it
   */
  public Optional<BatchRun> claim(String runId, String server, boolean runsHere) {
    Instant now = clock.instant();
    Optional<BatchRun> found =
        runs.lock(runId).filter(run -> run.isClaimable(server, runsHere, now));
    found.ifPresent(run -> run.claim(server, now, lease));
    return found;
  }

  /** Writes the items of a run down, once. Nothing is written for a fence that is over. */
  public void plan(String runId, long fence, BatchJob job) {
    BatchRun run = held(runId, fence);
    if (!run.isPlanned() && !run.stopRequested()) {
      Set<String> items = new HashSet<>(job.plan(Parameters.parse(run.parameters())));
      runs.plan(runId, items);
      run.planned(items.size());
    }
    run.renew(clock.instant(), lease);
  }

  /** Items to do next; none when the run stops or belongs to another server by now. */
  public List<String> next(String runId, long fence, String after, int limit) {
    return runs.goesOn(runId, fence) ? runs.openItems(runId, after, limit) : List.of();
  }

  /** Does an item and notes it, in the caller's transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void perform(String runId, String itemKey, BatchJob job) {
    job.work(runId, itemKey);
    if (!runs.done(runId, itemKey)) {
      throw new FenceLostException(runId + " has no open item " + itemKey);
    }
  }

  /**
   * Confirms at the end of a chunk's transaction that it may be committed, and keeps the run.
   *
   * @throws FenceLostException if the run is another server's by now
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void confirm(String runId, long fence, int done) {
    BatchRun run = held(runId, fence);
    for (int item = 0; item < done; item++) {
      run.itemDone();
    }
    run.renew(clock.instant(), lease);
  }

  /** Notes a failed attempt at an item, whose transaction is rolled back. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void itemFailed(String runId, long fence, String itemKey, String error) {
    BatchRun run = held(runId, fence);
    if (runs.failed(runId, itemKey, error, MOST_ATTEMPTS) == ItemFailure.GIVEN_UP) {
      run.itemFailed();
    }
  }

  /** The server is through with the run; nothing if another has it by now. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void end(String runId, long fence) {
    runs.lock(runId).filter(run -> run.isHeldBy(fence)).ifPresent(r -> r.end(clock.instant()));
  }

  /** The run broke; nothing if another server has it by now. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void fail(String runId, long fence, String reason) {
    runs.lock(runId)
        .filter(run -> run.isHeldBy(fence))
        .ifPresent(run -> run.fail(reason, clock.instant()));
  }

  private BatchRun held(String runId, long fence) {
    return runs.lock(runId)
        .filter(run -> run.isHeldBy(fence))
        .orElseThrow(() -> new FenceLostException(runId + " belongs to another server"));
  }
}
