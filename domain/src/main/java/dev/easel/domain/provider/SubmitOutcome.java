package dev.easel.domain.provider;

/** What became of a job that was sent to a node. */
public sealed interface SubmitOutcome {

  /**
   * The node has the job.
   *
   * @param number its place in the node's own count
   */
  record Accepted(long number) implements SubmitOutcome {}

  /** The node has it not, and said why. */
  record Rejected(JobFault fault) implements SubmitOutcome {}

  /**
   * No answer.
   *
   * @param maybeAccepted whether the job may be on the node all the same: then it is observed
   *     before it is sent anywhere again
   */
  record Unreachable(String reason, boolean maybeAccepted) implements SubmitOutcome {}
}
