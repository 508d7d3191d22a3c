package dev.easel.domain.provider;

/** What a node knows of a job at this moment. */
public sealed interface Observation {

  /**
   * @param ahead jobs that come before it on this node, the running one included
   */
  record Queued(int ahead) implements Observation {}

  /**
   * @param progress 0–1, never falling; 0 while nothing was heard of it
   */
  record Running(double progress) implements Observation {}

  /**
   * There are images to fetch.
   *
   * @param images how many
   */
  record Finished(int images) implements Observation {}

  record Failed(JobFault fault) implements Observation {}

  /** It was stopped on the node: by our {@code cancel}, or by someone else, which makes it lost. */
  record Interrupted() implements Observation {}

  /**
   * The node never heard of it, or has forgotten it.
   *
   * @param restarted false only if the node certainly has not restarted since it was given the job
   */
  record Unknown(boolean restarted) implements Observation {}

  /** No answer; nothing is known. */
  record Unreachable(String reason) implements Observation {}
}
