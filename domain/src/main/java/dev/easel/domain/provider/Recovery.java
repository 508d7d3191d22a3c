package dev.easel.domain.provider;

import java.time.Duration;

/** What to do with a job after a look at it: the same for a running server and a restarted one. */
public enum Recovery {
  /** The node has it: go on waiting. */
  WAIT,
  /** Fetch the images. */
  HARVEST,
  /** The node says it failed: settle or try again, as the fault says. */
  JUDGE_FAULT,
  /** The node lives and does not have it: the same upstream id may be sent to it again. */
  SEND_AGAIN,
  /** It is lost: a new attempt, on another node if there is one. */
  NEW_ATTEMPT,
  /** No answer yet, but that may pass: look again. */
  LOOK_AGAIN;

  /** How long a node may be silent before its jobs are given to others. */
  public static final Duration GRACE = Duration.ofSeconds(60);

  /** How many looks in a row must have failed as well. */
  public static final int FAILED_LOOKS = 3;

  /**
   * @param silentFor since the node last answered
   * @param failedLooks looks in a row that were not answered, this one included
   */
  public static Recovery after(Observation seen, Duration silentFor, int failedLooks) {
    if (seen instanceof Observation.Queued || seen instanceof Observation.Running) {
      return WAIT;
    }
    if (seen instanceof Observation.Finished) {
      return HARVEST;
    }
    if (seen instanceof Observation.Failed) {
      return JUDGE_FAULT;
    }
    if (seen instanceof Observation.Unknown unknown) {
      return unknown.restarted() ? NEW_ATTEMPT : SEND_AGAIN;
    }
    if (seen instanceof Observation.Interrupted) {
      return NEW_ATTEMPT;
    }
    boolean down = silentFor.compareTo(GRACE) >= 0 && failedLooks >= FAILED_LOOKS;
    return down ? NEW_ATTEMPT : LOOK_AGAIN;
  }
}
