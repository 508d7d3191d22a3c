package dev.easel.domain.provider;

/**
 * A provider whose nodes take a job, work on it by themselves and are asked for the result: no
 * thread waits. One instance serves all threads and all nodes of its kind.
 *
 * <p>The upstream id is ours: a UUID in canonical lower case, made and written down before the job
 * is sent. Nodes do not compare ids; who does not know whether a job arrived observes it first.
 *
 * <p>Every call is over within seconds, downloads and uploads within two minutes. Only defects are
 * thrown.
 */
public interface JobProvider {

  /** The adapter name that routes and nodes refer to, such as {@code comfyui}. */
  String adapter();

  /** Sends the files, then the job. After {@code Rejected} nothing of it is left on the node. */
  SubmitOutcome submit(NodeTarget node, PreparedJob job, String upstreamId);

  Observation observe(NodeTarget node, String upstreamId);

  /**
   * Fetches the images of a finished job and hands them on in order, at most as many as ordered.
   * {@code Unavailable} means that this result is lost: another attempt may give one.
   */
  RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener);

  /**
   * Takes the job off the node, or stops it if it runs; another job is never stopped. Best effort:
   * an observation shows what came of it.
   */
  void cancel(NodeTarget node, String upstreamId);

  /**
   * Begins to pass on hints of a job. Called before {@code submit}, it misses none; called later,
   * also after a restart, it picks up what is left.
   *
   * @param previews whether previews are wanted
   */
  JobWatch listen(NodeTarget node, String upstreamId, boolean previews, JobListener listener);

  /** Closes what is open to a node that was removed or changed its address. */
  void forget(NodeTarget node);
}
