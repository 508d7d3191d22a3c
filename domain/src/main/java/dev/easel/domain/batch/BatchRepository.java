package dev.easel.domain.batch;

import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs and their items. Every method works within the caller's transaction. */
public interface BatchRepository {

  /** Fails in the database, at once, if a run of its job and key is open. */
  void add(BatchRun run);

  Optional<BatchRun> find(String id);

  Optional<BatchRun> findOpen(String jobName, String key);

  /** The latest run of a job in this state. */
  Optional<BatchRun> latest(String jobName, BatchState state);

  /** Finds and keeps everybody else from changing it until the transaction ends. */
  Optional<BatchRun> lock(String id);

  /**
   * Ids of runs a server may be able to claim, oldest first: they wait, their lease is over, or
   * they are its own, be it of an earlier life. Judged without locking.
   */
  List<String> claimable(String server, Instant now);

  /**
   * Newest first.
   *
   * @param after cursor: the id of the last run of the previous page
   */
  Page<BatchRun> list(Optional<String> jobName, Optional<String> after, int limit);

  /** Writes items down that are not there yet. */
  void plan(String runId, Collection<String> itemKeys);

  /** Keys of items still to be done, in order, after this one. */
  List<String> openItems(String runId, String after, int limit);

  /** Whether the fence is the run's and nobody asked it to stop; without locking. */
  boolean goesOn(String runId, long fence);

  /** Notes an item as done; false if it was not open. */
  boolean done(String runId, String itemKey);

  /** Counts a failed attempt at an item, and gives it up if there were so many. */
  ItemFailure failed(String runId, String itemKey, String error, int mostAttempts);

  /** Deletes runs that ended before then, with their items, and returns how many. */
  int forgetBefore(Instant then);

  /** What a failed attempt led to. */
  enum ItemFailure {
    TO_BE_TRIED_AGAIN,
    GIVEN_UP
  }
}
