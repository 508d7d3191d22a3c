package dev.easel.domain.node;

import java.time.Instant;
import java.util.Map;

/** What nodes have delivered, read from what was delivered. */
public interface NodeRenders {

  /** By the node's id; nodes that delivered nothing since then are not in it. */
  Map<String, Renders> since(Instant time);

  /**
   * What one node delivered.
   *
   * @param jobs that succeeded there
   * @param images of all of them
   * @param seconds a job took on it, on average
   */
  record Renders(long jobs, long images, double seconds) {

    public static Renders none() {
      return new Renders(0, 0, 0);
    }
  }
}
