package dev.easel.domain.batch;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a job. A server claims it for the length of a lease and raises its fence; whoever
 * holds an older fence has lost it and must not write any more. Change it only with its row locked.
 */
@Entity
@Table(name = "batch_run")
public class BatchRun {

  /** A run that fails so often without doing an item in between has failed for good. */
  public static final int MOST_FAILURES = 3;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final int LONGEST_ERROR = 1000;

  @Id private String id;

  @Column(name = "job_name")
  private String jobName;

  @Column(name = "run_key")
  private String runKey;

  @Column(name = "open_key")
  private String openKey;

  private String parameters;

  @Enumerated(EnumType.STRING)
  private BatchState state;

  private long fence;
  private String owner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "stop_requested")
  private boolean stopRequested;

  private boolean planned;
  private int failures;

  @Column(name = "items_total")
  private long itemsTotal;

  @Column(name = "items_done")
  private long itemsDone;

  @Column(name = "items_failed")
  private long itemsFailed;

  private String error;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected BatchRun() {} // for JPA

  /**
   * A run that waits for a server.
   *
   * @param key one run of a job is open per key; empty for jobs that run once at a time
   * @param parameters a JSON object of strings
   */
  public BatchRun(String jobName, String key, String parameters, Instant now) {
    this.id = Ids.random("run");
    this.jobName = jobName;
    this.runKey = key;
    this.openKey = openKey(jobName, key);
    this.parameters = parameters;
    this.state = BatchState.QUEUED;
    this.createdAt = now;
  }

  /** What at most one run has while it is open. */
  public static String openKey(String jobName, String key) {
    return jobName + ":" + key;
  }

  /**
   * Whether a server may take the run: it waits, or whoever had it let its lease run out, or it was
   * this very server in an earlier life.
   *
   * @param runsHere whether this life of the server is at work on it
   */
  public boolean isClaimable(String server, boolean runsHere, Instant now) {
    return switch (state) {
      case QUEUED -> true;
      case RUNNING -> leaseUntil.isBefore(now) || (server.equals(owner) && !runsHere);
      case COMPLETED, FAILED, STOPPED -> false;
    };
  }

  /** Takes the run and returns the fence to hold from now on. */
  public long claim(String server, Instant now, Duration lease) {
    become(BatchState.RUNNING);
    fence++;
    owner = server;
    leaseUntil = now.plus(lease);
    startedAt = startedAt == null ? now : startedAt;
    return fence;
  }

  public boolean isHeldBy(long held) {
    return state == BatchState.RUNNING && fence == held;
  }

  /** Keeps the run for another lease. */
  public void renew(Instant now, Duration lease) {
    leaseUntil = now.plus(lease);
  }

  /** Its items are written down. */
  public void planned(long items) {
    planned = true;
    itemsTotal = items;
  }

  public void itemDone() {
    itemsDone++;
    failures = 0;
  }

  public void itemFailed() {
    itemsFailed++;
    failures = 0;
  }

  /** What no server has begun stops at once; a running one at its next item. */
  public void stop(Instant now) {
    if (state == BatchState.QUEUED) {
      end(BatchState.STOPPED, now);
    }
    stopRequested = stopRequested || state.isOpen();
  }

  /** The server is through with it; how it ended follows from its items. */
  public void end(Instant now) {
    mustRun();
    boolean through = planned && itemsDone + itemsFailed >= itemsTotal;
    if (!through && !stopRequested) {
      fail("Ended with items left to do", now);
    } else if (!through) {
      end(BatchState.STOPPED, now);
    } else if (itemsFailed > 0) {
      error = itemsFailed + " of " + itemsTotal + " items failed";
      end(BatchState.FAILED, now);
    } else {
      error = null;
      end(BatchState.COMPLETED, now);
    }
  }

  /** It broke: it is taken up again after a while, but not for ever. */
  public void fail(String reason, Instant now) {
    mustRun();
    error = reason.length() > LONGEST_ERROR ? reason.substring(0, LONGEST_ERROR) : reason;
    failures++;
    owner = null;
    if (failures >= MOST_FAILURES) {
      end(BatchState.FAILED, now);
    } else {
      leaseUntil = now.plus(AFTER_FAILURE);
    }
  }

  private void end(BatchState how, Instant now) {
    become(how);
    openKey = null;
    owner = null;
    leaseUntil = null;
    endedAt = now;
  }

  private void mustRun() {
    if (state != BatchState.RUNNING) {
      throw new IllegalStateException(id + " is " + state);
    }
  }

  private void become(BatchState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(id + " is " + state + " and cannot become " + next);
    }
    state = next;
  }

  public String id() {
    return id;
  }

  public String jobName() {
    return jobName;
  }

  public String key() {
    return runKey;
  }

  public String parameters() {
    return parameters;
  }

  public BatchState state() {
    return state;
  }

  public long fence() {
    return fence;
  }

  public Optional<String> owner() {
    return Optional.ofNullable(owner);
  }

  public boolean stopRequested() {
    return stopRequested;
  }

  public boolean isPlanned() {
    return planned;
  }

  public long itemsTotal() {
    return itemsTotal;
  }

  public long itemsDone() {
    return itemsDone;
  }

  public long itemsFailed() {
    return itemsFailed;
  }

  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
